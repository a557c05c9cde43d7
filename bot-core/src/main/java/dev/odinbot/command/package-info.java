/**
 * From a chat line to an outcome: parse, find, convert, run. Has seen no bytes and no ODIN. Imports {@code api}
 * and {@code config}.
 *
 * <p>Threads: registry and dispatcher may be used from any; handlers run on the thread that dispatches, which is the
 * room's.
 */
@NullMarked
package dev.odinbot.command;

import org.jspecify.annotations.NullMarked;

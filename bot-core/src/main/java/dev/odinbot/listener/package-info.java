/**
 * Methods of plugins that hear of events or run by the clock. Imports {@code api}, {@code text} and {@code time}.
 *
 * <p>Threads: listeners run on the room's serial executor, schedules there or on their plugin's worker threads.
 */
@NullMarked
package dev.odinbot.listener;

import org.jspecify.annotations.NullMarked;

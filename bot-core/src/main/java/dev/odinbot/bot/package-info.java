/**
 * Where everything meets: the command line, the root module, a session per room, chat decoding. Imports everything;
 * imported by nobody.
 *
 * <p>Threads: a {@code RoomSession} does its work on its room's serial executor; {@code Main} is the control thread.
 */
@NullMarked
package dev.odinbot.bot;

import org.jspecify.annotations.NullMarked;

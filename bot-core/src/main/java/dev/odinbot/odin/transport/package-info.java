/**
 * The two ways bytes travel: WebSocket links and WebRTC data channels, as interfaces, with the only users of the
 * libraries behind them. Imports {@code time}.
 *
 * <p>Threads: listeners are called on the library's reader threads ({@code odin-reader-*}) and must hand over at once.
 */
@NullMarked
package dev.odinbot.odin.transport;

import org.jspecify.annotations.NullMarked;

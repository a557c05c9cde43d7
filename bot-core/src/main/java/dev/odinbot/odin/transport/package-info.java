/**
 * The two ways bytes travel: WebSocket links and WebRTC data channels, as interfaces, with the only users of the
 * libraries behind them. Imports {@code time}.
 *
 * <p>Threads: listeners of links are called on a reader thread of each link ({@code odin-reader-*}), those of data
 * channels on threads of the WebRTC library and on {@code webrtc}, which is the one thread that sets channels up and takes
 * them down. All must hand over at once.
 */
@NullMarked
package dev.odinbot.odin.transport;

import org.jspecify.annotations.NullMarked;

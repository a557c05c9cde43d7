/**
 * The two ways bytes travel: WebSocket links of OkHttp, and WebRTC data channels that are put together here from the layers
 * in {@code sdp}, {@code ice} (on {@code stun}), {@code dtls}, {@code sctp} and {@code udp}, which do not know each other.
 * {@code docs/transport.md} explains them. Imports {@code time}.
 *
 * <p>Threads: listeners of links are called on a reader thread of each link ({@code odin-reader-*}), those of data
 * channels on the {@code odin-udp-*} thread that reads their socket. All must hand over at once. Sending is for any
 * thread and done on it.
 */
@NullMarked
package dev.odinbot.odin.transport;

import org.jspecify.annotations.NullMarked;

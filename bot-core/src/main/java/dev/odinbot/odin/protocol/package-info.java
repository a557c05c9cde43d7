/**
 * What is said on ODIN's streams and in its datagrams: params, results and events as records, for the client's and the
 * server's side; user data; the audio datagram. Imports {@code rpc api}.
 *
 * <p>Threads: values are immutable; {@link dev.odinbot.odin.protocol.AudioDatagram} belongs to one thread at a time.
 */
@NullMarked
package dev.odinbot.odin.protocol;

import org.jspecify.annotations.NullMarked;

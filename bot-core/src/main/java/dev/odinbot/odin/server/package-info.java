/**
 * The embedded room server: a gateway that lets clients in, main and room streams, and the forwarding of audio. Speaks to
 * any client of ODIN's 1.x protocol. Imports {@code odin.token odin.protocol odin.transport rpc time http}, never {@code
 * odin.client}.
 *
 * <p>Threads: streams are read on {@code web-*}, datagrams arrive on {@code odin-udp-1}, both go straight back to
 * reading. Sending never waits: every stream has a bounded queue, and who does not read is disconnected. A {@link
 * dev.odinbot.odin.server.Room} is its own lock.
 */
@NullMarked
package dev.odinbot.odin.server;

import org.jspecify.annotations.NullMarked;

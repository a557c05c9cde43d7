/**
 * Remote calls: MessagePack-RPC over any link that carries frames, for both sides of it, and JSON-RPC 2.0 for the
 * gateway. The only package, with {@code odin.protocol}, that knows MessagePack. Imports {@code time}.
 *
 * <p>Threads: a connection is given frames by its link's reader thread and calls its handler there; calls may be made
 * from any thread, and their stages complete on the reader or the timer thread.
 */
@NullMarked
package dev.odinbot.rpc;

import org.jspecify.annotations.NullMarked;

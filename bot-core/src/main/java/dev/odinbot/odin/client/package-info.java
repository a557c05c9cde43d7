/**
 * A peer in ODIN rooms: token, gateway, main stream, data channel, room stream, and coming back when they break.
 * Imports {@code token protocol transport rpc time api}.
 *
 * <p>Threads: {@link dev.odinbot.odin.client.OdinRoom} may be used from any; listeners are called one at a
 * time on the thread that brings the news, and must hand over at once. What belongs to one room runs on its {@code Serial};
 * only audio goes past it, straight from the clock's thread into the data channel.
 */
@NullMarked
package dev.odinbot.odin.client;

import org.jspecify.annotations.NullMarked;

/**
 * A peer in ODIN rooms: token, gateway, main stream, data channel, room stream, and coming back when they break.
 * Imports {@code token protocol transport rpc time config api}.
 *
 * <p>Threads: {@link dev.odinbot.odin.client.OdinRoom} may be used from any; listeners are called on reader threads and
 * must hand over at once.
 */
@NullMarked
package dev.odinbot.odin.client;

import org.jspecify.annotations.NullMarked;

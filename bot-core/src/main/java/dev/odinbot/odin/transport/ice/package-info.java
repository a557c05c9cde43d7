/** ICE (RFC 8445, consent by RFC 7675) as a state machine without socket, thread or clock. Imports {@code stun}. */
@NullMarked
package dev.odinbot.odin.transport.ice;

import org.jspecify.annotations.NullMarked;

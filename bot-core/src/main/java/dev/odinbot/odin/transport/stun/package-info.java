/**
 * STUN messages as ICE uses them (RFC 8489): read strictly, written into a reused buffer, sealed with short-term passwords.
 * Without socket, thread or clock; an object is used by one thread at a time. Imports nothing of ours.
 */
@NullMarked
package dev.odinbot.odin.transport.stun;

import org.jspecify.annotations.NullMarked;

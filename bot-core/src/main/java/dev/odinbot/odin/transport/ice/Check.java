package dev.odinbot.odin.transport.ice;

import dev.odinbot.odin.transport.stun.TransactionId;

/**
 * A request that waits for its answer.
 *
 * @param as our role when it was made; an answer about roles is about this one
 * @param nominates it carries USE-CANDIDATE
 */
record Check(TransactionId id, IceRole as, boolean nominates) {}

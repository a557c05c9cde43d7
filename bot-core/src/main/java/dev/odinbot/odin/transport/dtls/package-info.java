/**
 * DTLS 1.2 (RFC 6347): BouncyCastle's handshake, our own records. Imports nothing of ours.
 *
 * <p>Threads: a {@link dev.odinbot.odin.transport.dtls.DtlsSession} is called holding its connection's lock. Its handshake
 * blocks, so it runs on a thread {@code dtls-handshake-*}, which takes that lock for whatever it tells the session, and never
 * computes while it holds it.
 */
@NullMarked
package dev.odinbot.odin.transport.dtls;

import org.jspecify.annotations.NullMarked;

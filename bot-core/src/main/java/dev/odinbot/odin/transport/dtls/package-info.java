/** DTLS 1.2: BouncyCastle's handshake, our own records. Imports nothing of ours. */
@NullMarked
package dev.odinbot.odin.transport.dtls;

import org.jspecify.annotations.NullMarked;

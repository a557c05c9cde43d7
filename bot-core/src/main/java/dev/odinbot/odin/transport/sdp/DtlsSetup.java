package dev.odinbot.odin.transport.sdp;

import java.util.Locale;

/** Who begins the DTLS handshake: an {@code active} side does, {@code actpass} leaves it to the other (RFC 8842). */
public enum DtlsSetup {
    ACTPASS,
    ACTIVE,
    PASSIVE;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.odinbot.odin.transport.stun;

import org.jspecify.annotations.Nullable;

/** What a Binding message is for (RFC 8489, section 5: the class). */
public enum StunKind {
    REQUEST(0x0001),
    INDICATION(0x0011),
    SUCCESS(0x0101),
    ERROR(0x0111);

    private static final StunKind[] ALL = values();

    /** The message type with the method Binding, the only one ICE uses. */
    final int type;

    StunKind(int type) {
        this.type = type;
    }

    /** @return null when it is of another method */
    static @Nullable StunKind of(int type) {
        for (StunKind kind : ALL) {
            if (kind.type == type) {
                return kind;
            }
        }
        return null;
    }
}

package dev.odinbot.odin.transport.stun;

/** Numbers of the format (RFC 8489, section 18; RFC 8445, section 20). */
final class StunFormat {

    static final int COOKIE = 0x2112A442;
    static final int HEADER_BYTES = 20;
    static final int ATTRIBUTE_HEADER_BYTES = 4;

    static final int MAPPED_ADDRESS = 0x0001;
    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int UNKNOWN_ATTRIBUTES = 0x000A;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int ICE_CONTROLLED = 0x8029;
    static final int ICE_CONTROLLING = 0x802A;

    /** Below it, an attribute must be understood (section 14). */
    static final int FIRST_OPTIONAL = 0x8000;

    static final int IPV4 = 1;
    static final int IPV6 = 2;

    static final int INTEGRITY_BYTES = 20;
    static final int FINGERPRINT_MASK = 0x5354554E;
    static final int MAX_USERNAME_BYTES = 513;

    private StunFormat() {}

    static int padded(int length) {
        return length + 3 & ~3;
    }
}

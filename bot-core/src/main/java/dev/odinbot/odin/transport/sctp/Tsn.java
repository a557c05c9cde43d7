package dev.odinbot.odin.transport.sctp;

/** Transmission sequence numbers are compared by their distance, as they wrap (RFC 9260, 1.6). */
final class Tsn {

    private Tsn() {}

    static boolean isAfter(int tsn, int other) {
        return tsn - other > 0;
    }
}

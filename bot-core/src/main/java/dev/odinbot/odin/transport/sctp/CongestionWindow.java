package dev.odinbot.odin.transport.sctp;

/** How many bytes may be on their way without harm to the network (RFC 9260, 7.2). */
final class CongestionWindow {

    static final int MTU = SctpAssociation.MAX_PACKET_BYTES;
    private static final int INITIAL_BYTES = 4 * MTU;

    /**
     * Also after a timeout, where RFC 9260 (7.2.3) goes down to one packet: nothing is sent again, and sound is a small and
     * steady load, of which a window below its own round trip would only lose more.
     */
    private static final int MIN_BYTES = 4 * MTU;

    private static final int MAX_BYTES = 1 << 18;

    private int bytes = INITIAL_BYTES;
    private int thresholdBytes = MAX_BYTES;
    private int acknowledgedBytes;
    private boolean recovering;
    private int recoveredAtTsn;

    int bytes() {
        return bytes;
    }

    /** @param flightBytes what was on its way before */
    void acknowledged(int ackedBytes, int flightBytes, int cumulativeTsn) {
        if (recovering && !Tsn.isAfter(recoveredAtTsn, cumulativeTsn)) {
            recovering = false;
        }
        // Who does not use the window learns nothing about it.
        if (recovering || flightBytes + MTU <= bytes) {
            return;
        }
        if (bytes <= thresholdBytes) {
            bytes = Math.min(MAX_BYTES, bytes + Math.min(ackedBytes, MTU));
        } else {
            acknowledgedBytes += ackedBytes;
            if (acknowledgedBytes >= bytes) {
                acknowledgedBytes -= bytes;
                bytes = Math.min(MAX_BYTES, bytes + MTU);
            }
        }
    }

    /** Something was overtaken so often that it must be lost; what is lost of the same flight counts once. */
    void lost(int highestTsn) {
        if (!recovering) {
            recovering = true;
            recoveredAtTsn = highestTsn;
            thresholdBytes = Math.max(bytes / 2, MIN_BYTES);
            bytes = thresholdBytes;
            acknowledgedBytes = 0;
        }
    }

    void timedOut() {
        thresholdBytes = Math.max(bytes / 2, MIN_BYTES);
        bytes = MIN_BYTES;
        acknowledgedBytes = 0;
        recovering = false;
    }
}

package dev.odinbot.odin.transport;

import dev.odinbot.odin.transport.dtls.DtlsSession;
import dev.odinbot.odin.transport.sctp.SctpAssociation;
import java.nio.ByteBuffer;

/** Room for one packet on its way out: plain, and as the record that it becomes. One per thread that sends. */
final class Outgoing {

    private static final ThreadLocal<Outgoing> OWN = ThreadLocal.withInitial(Outgoing::new);

    final byte[] packet = new byte[SctpAssociation.MAX_PACKET_BYTES];
    final byte[] record = new byte[SctpAssociation.MAX_PACKET_BYTES + DtlsSession.OVERHEAD_BYTES];
    private final ByteBuffer datagram = ByteBuffer.wrap(record);

    private Outgoing() {}

    /** The calling thread's. */
    static Outgoing own() {
        return OWN.get();
    }

    /** The first bytes of the record. */
    ByteBuffer datagram(int length) {
        return datagram.position(0).limit(length);
    }
}

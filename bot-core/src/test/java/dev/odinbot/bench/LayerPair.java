package dev.odinbot.bench;

import dev.odinbot.odin.transport.dtls.DtlsHandshakes;
import dev.odinbot.odin.transport.dtls.DtlsIdentity;
import dev.odinbot.odin.transport.dtls.DtlsRole;
import dev.odinbot.odin.transport.dtls.DtlsSession;
import dev.odinbot.odin.transport.dtls.Fingerprint;
import dev.odinbot.odin.transport.sctp.SctpAssociation;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** Two sides' DTLS and SCTP, connected in memory and by nothing else. One thread, but for the handshake. */
final class LayerPair {

    private static final Duration HANDSHAKE_LIMIT = Duration.ofSeconds(10);
    private static final int SCTP_PORT = 5000;
    private static final long FRAME_NANOS = Duration.ofMillis(20).toNanos();

    private final DtlsHandshakes handshakes = new DtlsHandshakes();
    private final ByteBuffer message = ByteBuffer.allocateDirect(157);
    private final byte[] record = new byte[2048];
    private final ByteBuffer received = ByteBuffer.wrap(record);
    private final Side near;
    private final Side far;
    private long nowNanos;

    private LayerPair() {
        DtlsIdentity nearIdentity = DtlsIdentity.create(Instant.now());
        DtlsIdentity farIdentity = DtlsIdentity.create(Instant.now());
        near = new Side(DtlsRole.SERVER, nearIdentity, farIdentity.fingerprint());
        far = new Side(DtlsRole.CLIENT, farIdentity, nearIdentity.fingerprint());
    }

    static LayerPair connected() {
        LayerPair pair = new LayerPair();
        pair.connect();
        return pair;
    }

    private synchronized void connect() {
        near.dtls.start();
        far.dtls.start();
        long limit = System.nanoTime() + HANDSHAKE_LIMIT.toNanos();
        while (!near.dtls.isConnected() || !far.dtls.isConnected()) {
            near.hearFlight(far.flight);
            far.hearFlight(near.flight);
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The handshake took too long");
            }
            try {
                wait(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException("Stopped while connecting", e);
            }
        }
        near.sctp.start(nowNanos);
        far.sctp.start(nowNanos);
        while (near.hear(far) | far.hear(near)) {}
        if (!near.established || !far.established) {
            throw new IllegalStateException("The association was not set up");
        }
    }

    /** One datagram into a record, and what SCTP says to it. */
    synchronized int send() {
        int sealed = sendAndSeal();
        while (far.hear(near) | near.hear(far)) {}
        return sealed;
    }

    /** And out of the record again on the other side. */
    synchronized int sendAndReceive() {
        int sealed = sendAndSeal();
        near.packets.clear(); // it comes out of the record instead
        received.limit(sealed).position(0);
        far.dtls.received(received);
        while (near.hear(far) | far.hear(near)) {}
        return sealed;
    }

    private int sendAndSeal() {
        nowNanos += FRAME_NANOS;
        near.sctp.tick(nowNanos);
        far.sctp.tick(nowNanos);
        while (far.hear(near) | near.hear(far)) {}
        near.sctp.send(message, nowNanos);
        return near.dtls.seal(near.packets.first(), 0, near.packets.firstLength(), record, 0);
    }

    synchronized void close() {
        near.dtls.close();
        far.dtls.close();
        handshakes.close();
    }

    private final class Side implements DtlsSession.Outbox, SctpAssociation.Outbox {
        private final Queue<byte[]> flight = new ArrayDeque<>();
        private final Packets packets = new Packets();
        private final DtlsSession dtls;
        private final SctpAssociation sctp = new SctpAssociation(SCTP_PORT, SCTP_PORT, this);
        private boolean established;

        private Side(DtlsRole role, DtlsIdentity own, Fingerprint other) {
            dtls = new DtlsSession(role, own, other, handshakes, LayerPair.this, this);
        }

        private void hearFlight(Queue<byte[]> from) {
            for (byte[] datagram = from.poll(); datagram != null; datagram = from.poll()) {
                dtls.received(ByteBuffer.wrap(datagram));
            }
        }

        private boolean hear(Side from) {
            if (from.packets.isEmpty()) {
                return false;
            }
            byte[] packet = from.packets.first();
            int length = from.packets.firstLength();
            from.packets.removeFirst();
            sctp.received(packet, 0, length, nowNanos);
            return true;
        }

        @Override
        public void send(byte[] datagram, int length) {
            flight.add(Arrays.copyOf(datagram, length));
        }

        @Override
        public void connected() {}

        @Override
        public void data(byte[] buffer, int offset, int length) {
            sctp.received(buffer, offset, length, nowNanos);
        }

        @Override
        public byte[] packet() {
            return packets.next();
        }

        @Override
        public void send(int length) {
            packets.add(length);
        }

        @Override
        public void established() {
            established = true;
        }

        @Override
        public void message(byte[] buffer, int offset, int length) {}

        @Override
        public void closed(String reason) {
            throw new IllegalStateException("Closed: " + reason);
        }
    }

    /** Packets on their way, in arrays that are used again and again. */
    private static final class Packets {
        private static final int MOST = 16;

        private final byte[][] arrays = new byte[MOST][2048];
        private final int[] lengths = new int[MOST];
        private long begin;
        private long end;

        private byte[] next() {
            return arrays[(int) (end % MOST)];
        }

        private void add(int length) {
            if (end - begin == MOST) {
                throw new IllegalStateException("Too many packets at once");
            }
            lengths[(int) (end++ % MOST)] = length;
        }

        private boolean isEmpty() {
            return begin == end;
        }

        private byte[] first() {
            return arrays[(int) (begin % MOST)];
        }

        private int firstLength() {
            return lengths[(int) (begin % MOST)];
        }

        private void removeFirst() {
            begin++;
        }

        private void clear() {
            begin = end;
        }
    }
}

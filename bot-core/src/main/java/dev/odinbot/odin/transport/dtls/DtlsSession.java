package dev.odinbot.odin.transport.dtls;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;
import org.jspecify.annotations.Nullable;

/**
 * DTLS 1.2 with one peer, whose certificate must be the one that its description named (RFC 6347, 8827). All calls are
 * made holding the lock given at construction; the handshake runs on a thread of {@link DtlsHandshakes}, which takes that
 * lock for every call of the outbox.
 */
public final class DtlsSession {

    /** What a record adds to what it carries. */
    public static final int OVERHEAD_BYTES = RecordCipher.OVERHEAD_BYTES;

    private static final String TOO_MANY = "too many DTLS handshakes at once";
    private static final String NO_MORE = "DTLS handshakes have ended here";
    private static final String CLOSED_THERE = "closed by the other side";
    /** What a peer that is done first may send before we have seen that we are done too. */
    private static final int MAX_EARLY = 16;

    private static final int FINISHED = 20;

    /** What a session wants done; called holding the session's lock. */
    public interface Outbox {

        /** Sends a datagram at once; the array is reused after this returns. */
        void send(byte[] datagram, int length);

        /** Both sides are who they said; {@link #seal} may be used. On a handshake's thread. */
        void connected();

        /**
         * What the peer sent: within {@link #received}, or right after {@link #connected} if it came before. Valid during
         * the call.
         */
        void data(byte[] buffer, int offset, int length);

        /** The handshake failed, or the peer closed. Nothing comes after it. */
        void closed(String reason);
    }

    private enum State {
        NEW,
        /** A server waits for a hello with its cookie. */
        LISTENING,
        HANDSHAKING,
        CONNECTED,
        CLOSED
    }

    private final DtlsRole role;
    private final DtlsIdentity identity;
    private final Fingerprint fingerprint;
    private final DtlsHandshakes handshakes;
    private final Object lock;
    private final Outbox outbox;
    private final RecordCounts counts = new RecordCounts();
    private final RecordReader record = new RecordReader();
    private final byte[] datagramBytes = new byte[RecordReader.MAX_BYTES];
    private final List<byte[]> early = new ArrayList<>(0);

    private State state = State.NEW;
    private @Nullable ClientHellos hellos;
    private @Nullable Handshake handshake;
    private @Nullable RecordWriter writer;
    private @Nullable RecordOpener opener;
    /** A server's last flight, until the peer has shown that it came. */
    private byte @Nullable [] lastFlight;

    /** @param fingerprint what the peer's certificate must hash to */
    public DtlsSession(
            DtlsRole role,
            DtlsIdentity identity,
            Fingerprint fingerprint,
            DtlsHandshakes handshakes,
            Object lock,
            Outbox outbox) {
        this.role = role;
        this.identity = identity;
        this.fingerprint = fingerprint;
        this.handshakes = handshakes;
        this.lock = lock;
        this.outbox = outbox;
    }

    /** There is a way to the peer: a client says hello, a server listens. What comes before is dropped. */
    public void start() {
        if (state != State.NEW) {
            return;
        }
        if (role == DtlsRole.CLIENT) {
            begin(null);
        } else {
            state = State.LISTENING;
        }
    }

    private void begin(ClientHellos.@Nullable Verified hello) {
        Handshake begun = new Handshake(identity, fingerprint, handshakes, hello, new Course());
        if (handshakes.begin(begun)) {
            state = State.HANDSHAKING;
            handshake = begun;
        } else {
            ended(handshakes.isClosed() ? NO_MORE : TOO_MANY);
        }
    }

    /** A datagram of one or more records; what is not authentic, or a replay, is dropped and counted. */
    public void received(ByteBuffer datagram) {
        int length = datagram.remaining();
        if (length > datagramBytes.length) {
            counts.malformed++;
            return;
        }
        datagram.get(datagram.position(), datagramBytes, 0, length);
        record.read(datagramBytes, 0, length);
        while (state != State.CLOSED && record.next()) {
            received();
        }
        if (state != State.CLOSED && record.hasRest()) {
            counts.malformed++;
        }
    }

    private void received() {
        switch (state) {
            case LISTENING -> hello();
            case HANDSHAKING -> handshaking();
            case CONNECTED -> connected();
            default -> counts.untimely++;
        }
    }

    private void hello() {
        if (hellos == null) {
            hellos = new ClientHellos(identity.crypto(), handshakes.terms().datagramBytes(), this::send);
        }
        ClientHellos.Verified hello = hellos.received(record);
        if (hello != null) {
            hellos = null;
            begin(hello);
        }
    }

    private void handshaking() {
        if (record.type() == RecordReader.APPLICATION_DATA) {
            if (record.epoch() == 1 && early.size() < MAX_EARLY) {
                early.add(record.copy());
            } else {
                counts.untimely++;
            }
        } else if (handshake == null || !handshake.wire().offer(record)) {
            counts.malformed++;
        }
    }

    private void connected() {
        RecordOpener current = opener;
        if (current == null || record.epoch() != 1) {
            counts.untimely++; // Parts of a flight that came twice, or what a stranger sends: an alert too.
            return;
        }
        int length = current.open(record, counts);
        if (length < 0) {
            return;
        }
        switch (record.type()) {
            case RecordReader.APPLICATION_DATA -> {
                lastFlight = null;
                outbox.data(current.plain(), 0, length);
            }
            case RecordReader.HANDSHAKE -> handshakeAgain(current.plain(), length);
            case RecordReader.ALERT -> alert(current.plain(), length);
            default -> counts.untimely++;
        }
    }

    /**
     * A client that says again that it is finished has missed that we are (RFC 6347, section 4.2.4). It gets the very same
     * records; anything else would need numbers of its own. Each copy needs a new number of an authentic record, so a stranger
     * cannot ask for it.
     */
    private void handshakeAgain(byte[] plain, int length) {
        byte[] flight = lastFlight;
        if (flight != null && length > 0 && plain[0] == FINISHED) {
            outbox.send(flight, flight.length);
        } else {
            counts.untimely++;
        }
    }

    private void alert(byte[] plain, int length) {
        if (length != 2) {
            counts.malformed++;
        } else if (plain[1] == AlertDescription.close_notify) {
            sayGoodbye();
            ended(CLOSED_THERE);
        } else if (plain[0] == AlertLevel.fatal) {
            ended("the other side ended DTLS: " + AlertDescription.getName((short) (plain[1] & 0xff)));
        }
    }

    public boolean isConnected() {
        return state == State.CONNECTED;
    }

    /**
     * Puts application data into one record, makes no garbage beside what the JDK's cipher makes.
     *
     * @return the record's length, {@code length + OVERHEAD_BYTES}; 0 when the session is not connected (any more)
     */
    public int seal(byte[] data, int offset, int length, byte[] sealed, int sealedOffset) {
        RecordWriter current = writer;
        if (current == null) {
            return 0;
        }
        if (!current.hasNumbers()) {
            ended("the numbers of the records are used up");
            return 0;
        }
        return current.write(RecordReader.APPLICATION_DATA, data, offset, length, sealed, sealedOffset);
    }

    /** Tells the peer, if connected, and ends a handshake; says nothing to the outbox but that. Idempotent. */
    public void close() {
        sayGoodbye();
        letGo();
    }

    /** RFC 5246, section 7.2.1. */
    private void sayGoodbye() {
        RecordWriter current = writer;
        if (current != null && current.hasNumbers()) {
            byte[] alert = {(byte) AlertLevel.warning, (byte) AlertDescription.close_notify};
            byte[] sealed = new byte[alert.length + OVERHEAD_BYTES];
            send(sealed, current.write(RecordReader.ALERT, alert, 0, alert.length, sealed, 0));
        }
    }

    private void ended(String reason) {
        letGo();
        outbox.closed(reason);
    }

    private void letGo() {
        state = State.CLOSED;
        writer = null;
        opener = null;
        lastFlight = null;
        hellos = null;
        early.clear();
        Handshake running = handshake;
        if (running != null) {
            handshake = null;
            handshakes.forget(running);
            running.wire().end();
        }
    }

    private void send(byte[] datagram) {
        send(datagram, datagram.length);
    }

    private void send(byte[] datagram, int length) {
        if (length > 0) {
            outbox.send(datagram, length);
        }
    }

    /** How many records were dropped, and why. */
    public String dropped() {
        return counts.toString();
    }

    RecordCounts counts() {
        return counts;
    }

    private void takeOver(RecordKeys.Pair keys, long nextNumber) {
        boolean client = role == DtlsRole.CLIENT;
        writer = new RecordWriter(client ? keys.client() : keys.server(), nextNumber);
        opener = new RecordOpener(client ? keys.server() : keys.client());
        state = State.CONNECTED;
    }

    /** What came before its time, in the order in which it came. */
    private void catchUp(HandshakeWire wire) {
        for (byte[] left = wire.poll(); left != null; left = wire.poll()) {
            early.add(left);
        }
        List<byte[]> kept = List.copyOf(early);
        early.clear();
        for (byte[] one : kept) {
            record.read(one, 0, one.length);
            if (state == State.CONNECTED && record.next()) {
                received();
            }
        }
    }

    /** How the handshake goes, on its thread. */
    private final class Course implements Handshake.Listener {

        @Override
        public void send(byte[] datagram) {
            synchronized (lock) {
                if (state == State.HANDSHAKING) {
                    DtlsSession.this.send(datagram);
                }
            }
        }

        @Override
        public void finished(RecordKeys.Pair keys, long nextNumber, byte[] flight) {
            synchronized (lock) {
                Handshake done = handshake;
                if (state != State.HANDSHAKING || done == null) {
                    return;
                }
                handshake = null;
                DtlsSession.this.send(flight);
                lastFlight = role == DtlsRole.SERVER ? flight : null;
                takeOver(keys, nextNumber);
                outbox.connected();
                catchUp(done.wire());
            }
        }

        @Override
        public void failed(String reason, byte[] flight) {
            synchronized (lock) {
                if (state == State.CLOSED) {
                    return;
                }
                try {
                    // Connected already, when what to do then was what failed: there is no flight to send.
                    if (state == State.HANDSHAKING) {
                        DtlsSession.this.send(flight);
                    }
                } finally {
                    ended(reason);
                }
            }
        }
    }
}

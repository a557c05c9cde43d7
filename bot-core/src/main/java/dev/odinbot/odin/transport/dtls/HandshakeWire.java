package dev.odinbot.odin.transport.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/**
 * Between the library, which waits for datagrams on a handshake's thread, and a session, which is told of them. The
 * library writes a datagram per record; here the records of a flight go together, as a flight lost in part must be sent
 * again as a whole. {@link #offer} and {@link #end} are called on any thread, holding the session's lock; all else on
 * the handshake's.
 */
final class HandshakeWire implements DatagramTransport {

    /** More than any flight has, even one sent twice in fragments. */
    private static final int MAX_WAITING = 64;

    /** How often one that waits in vain looks whether others wait for its thread. */
    private static final int LOOK_MILLIS = 100;

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> inbox = new ArrayBlockingQueue<>(MAX_WAITING);
    private final RecordReader written = new RecordReader();
    private final Consumer<byte[]> out;
    private final Admission admission;
    private final BooleanSupplier othersWait;
    private byte @Nullable [] helloAgain;
    private int silentMillis;
    private final byte[] flight;
    private int flightBytes;
    private long nextNumber;
    private long plainNumber;
    private boolean closed;

    /**
     * @param hello the record with the hello that a server answers, null for a client
     * @param othersWait whether other handshakes wait for the thread of this one
     * @param out sends a datagram
     */
    HandshakeWire(int datagramBytes, byte @Nullable [] hello, BooleanSupplier othersWait, Consumer<byte[]> out) {
        flight = new byte[datagramBytes];
        this.admission = new Admission(hello);
        this.othersWait = othersWait;
        this.out = out;
        if (hello != null) {
            RecordReader answered = new RecordReader();
            answered.read(hello, 0, hello.length);
            plainNumber = answered.next() ? answered.sequence() + 1 : 0;
        }
    }

    /** A copy of the peer's record goes to the library; false when too many wait, or it is none that the library should see. */
    boolean offer(RecordReader record) {
        if (inbox.remainingCapacity() == 0 || !admission.admits(record)) {
            return false;
        }
        byte[] copy = record.copy();
        if (record.epoch() == 0) {
            renumber(copy);
        }
        if (!admission.isHelloAgain(record)) {
            return inbox.offer(copy);
        }
        byte[] waiting = helloAgain;
        if (waiting != null && inbox.contains(waiting)) {
            return false; // Of those that wait for a thread with us one is enough.
        }
        helloAgain = copy;
        return inbox.offer(copy);
    }

    /**
     * In epoch 0 a number proves nothing, and the messages have numbers of their own; but the library would drop all below a
     * forged high one.
     */
    private void renumber(byte[] record) {
        long number = plainNumber++;
        for (int i = 0; i < 6; i++) {
            record[5 + i] = (byte) (number >> (40 - 8 * i));
        }
    }

    /** Wakes the library; whatever it then does goes nowhere. */
    void end() {
        inbox.clear();
        inbox.add(END);
    }

    /** A record the library has not taken. */
    byte @Nullable [] poll() {
        byte[] record = inbox.poll();
        return record == END ? null : record;
    }

    @Override
    public int getReceiveLimit() {
        return RecordReader.MAX_BYTES;
    }

    @Override
    public int getSendLimit() {
        return flight.length;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        flush();
        try {
            byte[] record = await(waitMillis);
            if (record == END) {
                throw new IOException("The session was closed");
            }
            if (record == null || record.length > length) {
                return -1;
            }
            System.arraycopy(record, 0, buffer, offset, record.length);
            return record.length;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("Handshakes have ended").initCause(e);
        }
    }

    /** The next record; null when none comes. Whoever is silent must not keep those out who would answer. */
    private byte @Nullable [] await(int waitMillis) throws IOException, InterruptedException {
        int left = waitMillis;
        do {
            int some = Math.min(left, LOOK_MILLIS);
            byte[] record = inbox.poll(some, TimeUnit.MILLISECONDS);
            if (record != null) {
                silentMillis = 0;
                return record;
            }
            silentMillis += some;
            if (silentMillis >= HandshakeTerms.PATIENCE_MILLIS && othersWait.getAsBoolean()) {
                throw new IOException("the other side is silent, and others wait");
            }
            left -= some;
        } while (left > 0);
        return null;
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        if (closed) {
            return;
        }
        note(buffer, offset, length);
        if (flightBytes + length > flight.length) {
            flush();
        }
        System.arraycopy(buffer, offset, flight, flightBytes, length);
        flightBytes += length;
    }

    /** Whoever seals records after the library must not use a number again that it has used. */
    private void note(byte[] buffer, int offset, int length) {
        written.read(buffer, offset, length);
        while (written.next()) {
            if (written.epoch() == 1) {
                nextNumber = Math.max(nextNumber, written.sequence() + 1);
            } else if (written.epoch() != 0) {
                throw new IllegalStateException("The library wrote a record of epoch " + written.epoch());
            }
        }
        if (written.hasRest()) {
            throw new IllegalStateException("The library wrote something that is no record");
        }
    }

    /** The first number of epoch 1 that the library did not use; 0 when it used none, which no finished handshake has. */
    long nextNumber() {
        return nextNumber;
    }

    void flush() {
        if (flightBytes > 0) {
            out.accept(takeFlight());
        }
    }

    /** What was written and not sent yet. */
    byte[] takeFlight() {
        byte[] taken = Arrays.copyOf(flight, flightBytes);
        flightBytes = 0;
        return taken;
    }

    /** The library can write nothing from now on. */
    @Override
    public void close() {
        closed = true;
    }
}

package dev.odinbot.odin.transport.dtls;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A session with its lock, and an outbox that remembers. Usable from any thread. */
final class TestPeer implements DtlsSession.Outbox {

    /** A fault of whoever is above. */
    volatile boolean failWhenConnected;

    static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    static final DtlsIdentity CLIENT = DtlsIdentity.create(NOW);
    static final DtlsIdentity SERVER = DtlsIdentity.create(NOW);

    private final Object lock = new Object();
    private final List<byte[]> sent = new ArrayList<>();
    private long sentBytes;
    private final List<String> heard = new ArrayList<>();
    private volatile Consumer<byte[]> wire = datagram -> {};
    final DtlsSession session;

    TestPeer(DtlsRole role, DtlsIdentity identity, Fingerprint expected, DtlsHandshakes handshakes) {
        session = new DtlsSession(role, identity, expected, handshakes, lock, this);
    }

    static TestPeer client(DtlsHandshakes handshakes) {
        return new TestPeer(DtlsRole.CLIENT, CLIENT, SERVER.fingerprint(), handshakes);
    }

    static TestPeer server(DtlsHandshakes handshakes) {
        return new TestPeer(DtlsRole.SERVER, SERVER, CLIENT.fingerprint(), handshakes);
    }

    /** Where what is sent goes; called holding the lock, so it must hand over. */
    void wire(Consumer<byte[]> to) {
        wire = to;
    }

    void start() {
        synchronized (lock) {
            session.start();
        }
    }

    void receive(byte[] datagram) {
        synchronized (lock) {
            session.received(ByteBuffer.wrap(datagram));
        }
    }

    void say(String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        byte[] record = new byte[data.length + DtlsSession.OVERHEAD_BYTES];
        synchronized (lock) {
            int length = session.seal(data, 0, data.length, record, 0);
            if (length > 0) {
                send(record, length);
            }
        }
    }

    /** What only a faulty or hostile peer would send, sealed all the same. */
    byte[] sealed(int type, byte[] plain) throws ReflectiveOperationException {
        byte[] record = new byte[plain.length + DtlsSession.OVERHEAD_BYTES];
        Field writer = DtlsSession.class.getDeclaredField("writer");
        writer.setAccessible(true);
        synchronized (lock) {
            ((RecordWriter) writer.get(session)).write(type, plain, 0, plain.length, record, 0);
        }
        return record;
    }

    void close() {
        synchronized (lock) {
            session.close();
        }
    }

    boolean isConnected() {
        synchronized (lock) {
            return session.isConnected();
        }
    }

    /** What the outbox was told, in order: {@code connected}, {@code data: …}, {@code closed: …}. */
    List<String> heard() {
        synchronized (lock) {
            return List.copyOf(heard);
        }
    }

    List<byte[]> sent() {
        synchronized (lock) {
            return List.copyOf(sent);
        }
    }

    long sentBytes() {
        synchronized (lock) {
            return sentBytes;
        }
    }

    RecordCounts counts() {
        synchronized (lock) {
            return session.counts();
        }
    }

    @Override
    public void send(byte[] datagram, int length) {
        byte[] copy = Arrays.copyOf(datagram, length);
        sent.add(copy);
        sentBytes += length;
        wire.accept(copy);
    }

    @Override
    public void connected() {
        if (failWhenConnected) {
            throw new IllegalStateException("on purpose");
        }
        heard.add("connected");
    }

    @Override
    public void data(byte[] buffer, int offset, int length) {
        heard.add("data: " + new String(buffer, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public void closed(String reason) {
        heard.add("closed: " + reason);
    }
}

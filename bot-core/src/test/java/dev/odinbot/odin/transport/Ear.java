package dev.odinbot.odin.transport;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Remembers what one end of a data channel heard. */
final class Ear implements DataChannelListener {

    private final List<byte[]> heard = new CopyOnWriteArrayList<>();
    private final List<String> closings = new CopyOnWriteArrayList<>();
    private final AtomicInteger openings = new AtomicInteger();
    private final AtomicReference<Consumer<byte[]>> sink = new AtomicReference<>(heard::add);

    List<byte[]> heard() {
        return heard;
    }

    List<String> closings() {
        return closings;
    }

    int openings() {
        return openings.get();
    }

    /** Hears all further messages instead, on the channel's thread. */
    void divert(Consumer<byte[]> other) {
        sink.set(other);
    }

    @Override
    public void opened() {
        openings.incrementAndGet();
    }

    @Override
    public void received(ByteBuffer datagram) {
        byte[] bytes = new byte[datagram.remaining()];
        datagram.get(bytes);
        sink.get().accept(bytes);
    }

    @Override
    public void closed(String reason) {
        closings.add(reason);
    }
}

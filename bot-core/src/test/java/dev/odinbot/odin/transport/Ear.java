package dev.odinbot.odin.transport;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Remembers what one end of a data channel heard. */
final class Ear implements DataChannelListener {

    private final List<byte[]> heard = new CopyOnWriteArrayList<>();
    private final List<String> closings = new CopyOnWriteArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final Set<String> threads = new ConcurrentSkipListSet<>();
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

    /** In which order it was called; messages in a row count as one. */
    List<String> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /** The names of those that called it. */
    Set<String> threads() {
        return threads;
    }

    private void note(String event) {
        threads.add(Thread.currentThread().getName());
        synchronized (events) {
            if (!event.equals("received")
                    || events.isEmpty()
                    || !events.get(events.size() - 1).equals(event)) {
                events.add(event);
            }
        }
    }

    /** Hears all further messages instead, on the channel's thread. */
    void divert(Consumer<byte[]> other) {
        sink.set(other);
    }

    @Override
    public void opened() {
        note("opened");
        openings.incrementAndGet();
    }

    @Override
    public void received(ByteBuffer datagram) {
        note("received");
        byte[] bytes = new byte[datagram.remaining()];
        datagram.get(bytes);
        sink.get().accept(bytes);
    }

    @Override
    public void closed(String reason) {
        note("closed");
        closings.add(reason);
    }
}

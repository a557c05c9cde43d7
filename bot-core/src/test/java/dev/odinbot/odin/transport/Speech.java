package dev.odinbot.odin.transport;

import dev.odinbot.testing.network.UdpProxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says a message of 160 bytes every 20 ms on one way of a line, as audio would, and writes down what is heard of it. */
final class Speech implements AutoCloseable {

    static final int MESSAGE_BYTES = 160;
    private static final int PERIOD_MILLIS = 20;

    /** A message that was said at one time and heard at another, both in {@link System#nanoTime}. */
    record Heard(int number, long saidNanos, long heardNanos) {}

    private final DataChannel mouth;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "speech");
        thread.setDaemon(true);
        return thread;
    });

    private final List<Heard> heard = new ArrayList<>();
    private final List<String> garbled = new ArrayList<>();
    private final long startNanos = System.nanoTime();
    private volatile long endNanos = startNanos;
    private volatile int said;
    private volatile int refused;

    private Speech(DataChannel mouth, Ear ear) {
        this.mouth = mouth;
        ear.divert(this::hear);
        clock.scheduleAtFixedRate(this::say, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins at once. */
    static Speech over(Line line, UdpProxy.Way way) {
        return way == UdpProxy.Way.TO_ANSWERER
                ? new Speech(line.offering, line.answered)
                : new Speech(line.answering, line.offered);
    }

    private void say() {
        if (!mouth.send(message(said, System.nanoTime()))) {
            refused++;
        }
        said++;
    }

    private static ByteBuffer message(int number, long saidNanos) {
        byte[] bytes = new byte[MESSAGE_BYTES];
        new Random(number).nextBytes(bytes);
        return ByteBuffer.wrap(bytes).putInt(number).putLong(saidNanos).rewind();
    }

    private synchronized void hear(byte[] bytes) {
        long now = System.nanoTime();
        ByteBuffer message = ByteBuffer.wrap(bytes);
        if (bytes.length != MESSAGE_BYTES || !message.equals(message(message.getInt(0), message.getLong(4)))) {
            garbled.add(bytes.length + " bytes");
        } else {
            heard.add(new Heard(message.getInt(0), message.getLong(4), now));
        }
    }

    /** Says no more; what is under way is still heard. */
    @Override
    public void close() {
        clock.shutdown();
        endNanos = System.nanoTime();
    }

    int said() {
        return said;
    }

    /** Of those said: the channel did not take them. */
    int refused() {
        return refused;
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    synchronized List<Heard> heardAfter(long nanos) {
        return heard.stream().filter(one -> one.heardNanos() - nanos > 0).toList();
    }

    synchronized List<String> garbled() {
        return List.copyOf(garbled);
    }

    int heardTwice() {
        Set<Integer> once = new HashSet<>();
        return (int) heard().stream().filter(one -> !once.add(one.number())).count();
    }

    /** The longest time without a message heard, from the first word to the last. */
    long longestSilenceMillis() {
        long longest = 0;
        long last = startNanos;
        for (Heard one : heard()) {
            longest = Math.max(longest, one.heardNanos() - last);
            last = one.heardNanos();
        }
        return TimeUnit.NANOSECONDS.toMillis(Math.max(longest, endNanos - last));
    }

    @Override
    public String toString() {
        return "%d of %d heard (%d refused), %d twice, longest silence %d ms"
                .formatted(heard().size(), said, refused, heardTwice(), longestSilenceMillis());
    }
}

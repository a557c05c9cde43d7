package dev.odinbot.bench;

import com.google.inject.Guice;
import com.sun.management.ThreadMXBean;
import dev.odinbot.audio.AudioModule;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.TimeModule;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The rooms of the {@link Sender}, moved by the bot's frame clock. What is sent while a window is open is marked with its
 * number, so that the receiver can say how much of it arrived.
 */
final class Rooms {

    static final int MOST_WINDOWS = 128;

    private static final int ROOMS_PER_WATCHED = 16;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ObservedTicker ticker =
            new ObservedTicker(Guice.createInjector(new TimeModule()).getInstance(Ticker.class));
    private final FrameClock clock;
    private final List<FrameClock.Lane> lanes = new ArrayList<>();

    /** Counted on the clock thread alone. */
    private final long[] attempted = new long[MOST_WINDOWS];

    private final long[] refused = new long[MOST_WINDOWS];

    private Outlet outlet = new Outlet();
    private volatile int burst = 1;
    private volatile int window;

    private long markedMissed;
    private long markedCpuNanos;
    private long markedBytes;

    /** @param audio how the clock spreads the rooms */
    Rooms(AudioModule audio) {
        clock = Guice.createInjector(audio, binder -> binder.bind(Ticker.class).toInstance(ticker))
                .getInstance(FrameClock.class);
    }

    int burst() {
        return burst;
    }

    int window() {
        return window;
    }

    Outlet outlet() {
        return outlet;
    }

    long deadlineNanos() {
        return System.nanoTime() - ticker.sinceDeadlineNanos();
    }

    void sent(int inWindow, boolean taken) {
        attempted[inWindow]++;
        if (!taken) {
            refused[inWindow]++;
        }
    }

    /**
     * Lets every connection be a room.
     *
     * @param datagrams how many a room sends at each tick
     */
    void play(List<Connection> connections, int datagrams, boolean handover) {
        burst = datagrams;
        outlet = handover ? new HandoverOutlet() : new Outlet();
        for (Connection connection : connections) {
            Room room = new Room(this, connection.channel(), lanes.size() % ROOMS_PER_WATCHED == 0);
            lanes.add(clock.open(room, room));
        }
    }

    void rest() {
        lanes.forEach(FrameClock.Lane::close);
        lanes.clear();
        outlet.close();
    }

    void open(int number) {
        Histogram forgotten = ticker.lateness();
        forgotten = outlet.sent();
        markedMissed = clock.stats().missed();
        long thread = clockThread();
        markedCpuNanos = threads.getThreadCpuTime(thread);
        markedBytes = threads.getThreadAllocatedBytes(thread);
        window = number;
    }

    Map<String, ?> close() throws InterruptedException {
        int number = window;
        window = 0;
        long thread = clockThread();
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("clockCpuNanos", threads.getThreadCpuTime(thread) - markedCpuNanos);
        found.put("clockBytes", threads.getThreadAllocatedBytes(thread) - markedBytes);
        found.put("missed", clock.stats().missed() - markedMissed);
        found.put("lateness", percentiles(ticker.lateness()));
        found.put("sentAfter", percentiles(outlet.sent()));
        Thread.sleep(50); // the tick at work has ended, and what it counted can be seen
        found.put("attempted", attempted[number]);
        found.put("refused", refused[number]);
        return found;
    }

    /** p50, p99, p99.9 and the most, in nanoseconds. */
    private static long[] percentiles(Histogram histogram) {
        return new long[] {
            histogram.getValueAtPercentile(50),
            histogram.getValueAtPercentile(99),
            histogram.getValueAtPercentile(99.9),
            histogram.getMaxValue()
        };
    }

    private static long clockThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("frame-clock"))
                .mapToLong(Thread::getId)
                .findFirst()
                .orElseThrow();
    }
}

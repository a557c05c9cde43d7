package dev.odinbot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.audio.FrameClock.Lane;
import dev.odinbot.audio.FrameSource.Read;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.RecordingFrameSink;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TickLoopTest {

    private final FakeTicker ticker = new FakeTicker();
    private final TickLoop loop = new TickLoop(ticker, 1, 1);
    private final RecordingFrameSink sink = new RecordingFrameSink();
    private final List<String> log = new ArrayList<>();

    @Test
    void tick_onTime_movesOneFramePerLaneOnTheGrid() {
        loop.open(logging("a"), sink);
        loop.open(logging("b"), sink);

        ticks(2);

        assertThat(log).containsExactly("a@20", "b@20", "a@40", "b@40");
        assertThat(sink.frames()).hasSize(4);
        assertThat(loop.stats().ticks()).isEqualTo(2);
        assertThat(loop.stats().missed()).isZero();
        assertThat(loop.stats().maxNanos()).isZero();
    }

    @Test
    void tick_lateByLessThanAPeriod_returnsToTheGrid() {
        loop.open(logging("a"), sink);
        loop.open(slowAt(20, Duration.ofMillis(33)), sink);

        ticks(3);

        assertThat(log).containsExactly("a@20", "a@53", "a@60");
    }

    @Test
    void tick_lateByAFewPeriods_sendsTheMissedFramesAtOnce() {
        loop.open(logging("a"), sink);
        ticks(1);
        ticker.advance(Duration.ofMillis(90));

        ticks(5);

        assertThat(log).containsExactly("a@20", "a@110", "a@110", "a@110", "a@110", "a@120");
        assertThat(loop.stats().missed()).isZero();
        assertThat(loop.stats().maxNanos()).isBetween(69_900_000L, 70_100_000L);
    }

    @Test
    void tick_lateByMuch_skipsAheadAndCounts() {
        Lane lane = loop.open(logging("a"), sink);
        ticks(1);
        ticker.advance(Duration.ofMillis(1010));

        ticks(3);

        assertThat(log).containsExactly("a@20", "a@1030", "a@1040", "a@1060");
        assertThat(loop.stats().missed()).isEqualTo(49);
        assertThat(loop.stats().ticks()).isEqualTo(4);
        assertThat(lane.framesSent()).isEqualTo(4);
        assertThat(lane.framesMissed()).isEqualTo(49);
    }

    @Test
    void tick_anyStalls_neverBurstsOverTheServersLimit() {
        List<Long> sentAtMillis = new ArrayList<>();
        loop.open(source(Read.FRAME), new FrameSink() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public boolean write(Frame frame) {
                return sentAtMillis.add(millis());
            }
        });
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            if (random.nextInt(20) == 0) {
                ticker.advance(Duration.ofMillis(random.nextInt(400)));
            }
            loop.tick();
        }

        double tokens = 100;
        long before = 0;
        double fewest = tokens;
        for (long at : sentAtMillis) {
            tokens = Math.min(100, tokens + (at - before) * 0.05) - 1;
            before = at;
            fewest = Math.min(fewest, tokens);
        }
        assertThat(fewest).isGreaterThan(90);
    }

    @Test
    void skip_whileNothingPlayed_isNoMissOfTheLane() {
        Lane lane = loop.open(source(Read.IDLE), sink);
        ticks(1);
        ticker.advance(Duration.ofSeconds(1));
        ticks(1);

        assertThat(loop.stats().missed()).isPositive();
        assertThat(lane.framesMissed()).isZero();
    }

    @Test
    void lane_starvedDroppedOrBridged_countsAsMissed() {
        Lane starved = loop.open(source(Read.STARVED), sink);
        Lane bridged = loop.open(source(Read.GAP), sink);
        RecordingFrameSink full = new RecordingFrameSink();
        full.dropping(true);
        Lane dropped = loop.open(source(Read.FRAME), full);

        ticks(3);

        assertThat(starved.framesMissed()).isEqualTo(3);
        assertThat(starved.framesSent()).isZero();
        assertThat(bridged.framesMissed()).isEqualTo(3);
        assertThat(bridged.framesSent()).isEqualTo(3);
        assertThat(dropped.framesMissed()).isEqualTo(3);
        assertThat(dropped.framesSent()).isZero();
    }

    @Test
    void sink_notReady_leavesTheSourceAlone() {
        loop.open(logging("a"), sink);
        sink.ready(false);
        ticks(2);
        sink.ready(true);
        ticks(1);

        assertThat(log).containsExactly("a@60");
    }

    @Test
    void lane_openedInATick_startsWithTheNext() {
        loop.open(
                frame -> {
                    if (log.isEmpty()) {
                        loop.open(logging("b"), sink);
                    }
                    return logged("a", Read.FRAME);
                },
                sink);

        ticks(2);

        assertThat(log).containsExactly("a@20", "a@40", "b@40");
    }

    @Test
    void lane_closed_isNotCalledAgain() {
        Lane a = loop.open(logging("a"), sink);
        loop.open(logging("b"), sink);
        ticks(1);
        a.close();
        a.close();
        ticks(1);

        assertThat(log).containsExactly("a@20", "b@20", "b@40");
    }

    @Test
    void close_whileTheSourceIsRead_waitsForIt() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        Lane lane = loop.open(
                frame -> {
                    reading.countDown();
                    await(proceed);
                    return logged("read", Read.IDLE);
                },
                sink);
        Thread clock = new Thread(loop::tick);
        clock.start();
        await(reading);
        Thread closer = new Thread(() -> {
            lane.close();
            synchronized (log) {
                log.add("closed");
            }
        });
        closer.start();
        Awaitility.await().until(() -> closer.getState() == Thread.State.WAITING);
        proceed.countDown();
        closer.join();
        clock.join();

        assertThat(log).containsExactly("read@20", "closed");
    }

    @Test
    void close_byItsOwnSource_isAFaultOfThatLaneOnly() {
        List<Lane> self = new ArrayList<>();
        self.add(loop.open(
                frame -> {
                    assertThatThrownBy(() -> self.get(0).close()).isInstanceOf(IllegalStateException.class);
                    return logged("a", Read.IDLE);
                },
                sink));

        ticks(1);

        assertThat(log).containsExactly("a@20");
    }

    @Test
    void source_failing_costsItsLaneThatFrameOnlyAndIsLoggedOnce() {
        Lane lane = loop.open(
                frame -> {
                    if (millis() < 60) {
                        logged("bad", Read.IDLE);
                        throw new IllegalStateException("planted");
                    }
                    return logged("well again", Read.FRAME);
                },
                sink);
        loop.open(logging("good"), sink);

        String said = CapturedLog.of(() -> ticks(3));

        assertThat(log).containsExactly("bad@20", "good@20", "bad@40", "good@40", "well again@60", "good@60");
        assertThat(lane.framesMissed()).isEqualTo(2);
        assertThat(lane.framesSent()).isEqualTo(1);
        assertThat(said).containsOnlyOnce("IllegalStateException: planted");
    }

    @Test
    void tick_warm_makesNoGarbage() {
        FrameSink counting = new FrameSink() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public boolean write(Frame frame) {
                return frame.length() == 3;
            }
        };
        byte[] packet = {1, 2, 3};
        Lane lane = loop.open(
                new Mixer(
                        frame -> {
                            frame.set(packet);
                            return Read.FRAME;
                        },
                        () -> {}),
                counting);
        ticks(20_000);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ticks(10_000);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(lane.framesSent()).isEqualTo(30_000);
        assertThat(bytes / 10_000.0).as("bytes a tick").isLessThan(1);
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            loop.tick();
        }
    }

    private FrameSource logging(String name) {
        return frame -> logged(name, Read.FRAME);
    }

    private FrameSource slowAt(long millis, Duration stall) {
        return frame -> {
            if (millis() == millis) {
                ticker.advance(stall);
            }
            return Read.IDLE;
        };
    }

    private static FrameSource source(Read read) {
        return frame -> read;
    }

    private Read logged(String name, Read read) {
        synchronized (log) {
            log.add(name + "@" + millis());
        }
        return read;
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(ticker.nanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

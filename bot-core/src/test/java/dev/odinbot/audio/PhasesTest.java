package dev.odinbot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.audio.FrameClock.Lane;
import dev.odinbot.audio.FrameSource.Read;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.RecordingFrameSink;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A {@link TickLoop} of four phases, 5 ms apart, with room for two lanes in each before the next is used. */
class PhasesTest {

    private final FakeTicker ticker = new FakeTicker();
    private final TickLoop loop = new TickLoop(ticker, 4, 2);
    private final RecordingFrameSink sink = new RecordingFrameSink();
    private final List<String> log = new ArrayList<>();

    @Test
    void lanes_beyondOnePhase_areSpreadOverThePeriod() {
        lanes("a", "b", "c", "d", "e");

        ticks(6);

        assertThat(log).containsExactly("c@5", "d@5", "e@10", "a@20", "b@20", "c@25", "d@25", "e@30", "a@40", "b@40");
        assertThat(loop.stats().maxNanos()).isZero();
    }

    @Test
    void lanes_beyondAllPhases_goWhereFewestAre() {
        lanes("a0", "a1", "b0", "b1", "c0", "c1", "d0", "d1", "a2", "b2");

        ticks(4);

        assertThat(log)
                .containsExactly("b0@5", "b1@5", "b2@5", "c0@10", "c1@10", "d0@15", "d1@15", "a0@20", "a1@20", "a2@20");
    }

    @Test
    void lane_afterAnotherClosed_takesItsPlace() {
        List<Lane> lanes = lanes("a", "b", "c");
        ticks(2);
        lanes.get(0).close();
        lanes("new");
        log.clear();

        ticks(2);

        assertThat(log).containsExactly("c@25", "b@40", "new@40");
    }

    @Test
    void phase_withoutLanes_takesNoTurn() {
        lanes("a");

        ticks(2);

        assertThat(log).containsExactly("a@20", "a@40");
        assertThat(loop.stats().ticks()).isEqualTo(2);
    }

    @Test
    void loop_withoutLanes_looksOnceAPeriod() {
        ticks(3);

        assertThat(millis()).isEqualTo(60);
        assertThat(loop.stats().ticks()).isEqualTo(3);
    }

    @Test
    void phase_usedAgain_catchesNothingUp() {
        List<Lane> lanes = lanes("a", "b", "c");
        ticks(2);
        lanes.get(2).close();
        ticks(60);
        long now = millis();
        log.clear();
        Lane again = lanes("again").get(0);

        ticks(2);

        assertThat(log).containsExactly("again@" + (now + 5), "a@" + (now + 20), "b@" + (now + 20));
        assertThat(again.framesMissed()).isZero();
        assertThat(loop.stats().missed()).isZero();
    }

    @Test
    void phases_lateByAFewPeriods_catchUpByTurns() {
        lanes("a", "b", "c");
        ticks(2);
        log.clear();
        ticker.advance(Duration.ofMillis(46)); // to 66

        ticks(6);

        assertThat(log).containsExactly("c@66", "a@66", "b@66", "c@66", "a@66", "b@66", "c@66", "a@80", "b@80");
        assertThat(loop.stats().missed()).isZero();
    }

    @Test
    void phases_lateByMuch_eachSkipAheadAndCount() {
        List<Lane> lanes = lanes("a", "b", "c");
        ticks(2);
        log.clear();
        ticker.advance(Duration.ofMillis(200)); // to 220

        ticks(4);

        assertThat(log).containsExactly("c@220", "a@220", "b@220", "c@225", "a@240", "b@240");
        assertThat(loop.stats().missed()).isEqualTo(9 + 9);
        assertThat(loop.stats().ticks()).isEqualTo(6);
        assertThat(lanes).extracting(Lane::framesMissed).containsExactly(9L, 9L, 9L);
    }

    @Test
    void phases_besideOneThatIsAlwaysSlow_goWithoutNoTurn() {
        Lane slow = loop.open(
                frame -> {
                    ticker.advance(Duration.ofMillis(50));
                    return Read.FRAME;
                },
                sink);
        List<Lane> others = lanes("a", "b", "c", "d", "e");

        ticks(400);

        assertThat(others).allSatisfy(lane -> {
            assertThat(lane.framesSent()).isBetween(slow.framesSent() - 6, slow.framesSent() + 6);
            assertThat(lane.framesSent() + lane.framesMissed()).isBetween(millis() / 20 - 7, millis() / 20 + 1);
        });
        assertThat(slow.framesSent()).isGreaterThan(90);
    }

    @Test
    void ticks_ofManyPhases_makeNoGarbage() {
        for (int i = 0; i < 12; i++) {
            loop.open(frame -> Read.FRAME, new FrameSink() {
                @Override
                public boolean ready() {
                    return true;
                }

                @Override
                public boolean write(Frame frame) {
                    return true;
                }
            });
        }
        ticks(20_000);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ticks(10_000);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(bytes / 10_000.0).as("bytes a tick").isLessThan(1);
    }

    private List<Lane> lanes(String... names) {
        List<Lane> lanes = new ArrayList<>();
        for (String name : names) {
            lanes.add(loop.open(
                    frame -> {
                        log.add(name + "@" + millis());
                        return Read.FRAME;
                    },
                    sink));
        }
        return lanes;
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            loop.tick();
        }
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(ticker.nanos());
    }
}

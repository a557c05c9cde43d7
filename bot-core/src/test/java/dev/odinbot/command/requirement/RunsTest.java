package dev.odinbot.command.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.TwoThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunsTest {

    private final FakeTicker ticker = new FakeTicker();
    private final Runs runs = new Runs(ticker);
    private final Requirements command = Requirements.none("fun", "spin");

    @Test
    void begin_endedTwice_givesOnePlaceBack() {
        Runnable first = runs.begin(command, "Lobby", 2).orElseThrow();
        runs.begin(command, "Lobby", 2).orElseThrow();
        assertThat(runs.begin(command, "Lobby", 2)).isEmpty();

        first.run();
        first.run();

        assertThat(runs.underWay(command, "Lobby")).isEqualTo(1);
        assertThat(runs.begin(command, "Lobby", 2)).isPresent();
        assertThat(runs.begin(command, "Lobby", 2)).isEmpty();
    }

    @Test
    void begin_runThatNeverEnds_losesItsPlaceAfterTenMinutes_andTheLogSaysSo() {
        Runnable forgotten = runs.begin(command, "Lobby", 1).orElseThrow();
        ticker.advance(Runs.LONGEST.minusNanos(1));
        assertThat(runs.begin(command, "Lobby", 1)).isEmpty();
        ticker.advance(Duration.ofNanos(1));
        assertThat(runs.underWay(command, "Lobby")).isZero();

        String log =
                CapturedLog.of(() -> assertThat(runs.begin(command, "Lobby", 1)).isPresent());

        assertThat(log)
                .contains("A run of fun:spin has not completed its stage within 10 minutes; its place is free again");
        forgotten.run();
        assertThat(runs.underWay(command, "Lobby")).as("the new one's place").isEqualTo(1);
    }

    @Test
    void begin_fromTwoThreads_isNeverAboveTheMost() {
        AtomicInteger atOnce = new AtomicInteger();
        int above = TwoThreads.sum(() -> {
            int seen = 0;
            for (int i = 0; i < 20_000; i++) {
                Optional<Runnable> place = runs.begin(command, "Lobby", 1);
                if (place.isPresent()) {
                    seen += atOnce.incrementAndGet() > 1 ? 1 : 0;
                    atOnce.decrementAndGet();
                    place.get().run();
                }
            }
            return seen;
        });

        assertThat(above).isZero();
        assertThat(runs.underWay(command, "Lobby")).isZero();
    }
}

package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.testing.network.UdpProxy.Way;
import dev.odinbot.testing.network.Weather;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that is gone, for a while or for good, and one that moves the offering side to another address. */
@ParameterizedClass
@MethodSource("pairings")
class OutageInteropTest {

    private static final Duration OUTAGE = Duration.ofSeconds(3);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(15);
    /** The longest pause between a sender's tries, and then some. */
    private static final Duration BACK_WITHIN = Duration.ofMillis(1_500);
    /** The sender's limit for what waits is 100 ms; a busy machine adds its own. The whole outage would be far more. */
    private static final Duration OLDEST_BACKLOG = Duration.ofSeconds(1);

    @Parameter
    Ends ends;

    static Stream<Ends> pairings() {
        return Ends.ofAllPairings();
    }

    private record Case(String name, ThrowingConsumer<Line> story) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TestFactory
    Stream<DynamicTest> audio() {
        return Together.run(
                List.of(
                        new Case("networkGoneForGood_isNoticedAndSaid", this::goneForGood),
                        new Case("networkGoneForSeconds_comesBackWithoutBacklog", this::goneForSeconds),
                        new Case("offererAtNewAddress_isFollowed", this::moved)),
                one -> {
                    try (Line line = new Line(ends, 21).open()) {
                        one.story.accept(line);
                    }
                });
    }

    private void goneForGood(Line line) {
        line.network.weather(Weather.BLACKOUT);
        for (Way way : Way.values()) {
            if (mouth(way) == Stack.OURS) {
                Ear own = way == Way.TO_ANSWERER ? line.offered : line.answered;
                within(NOTICED_WITHIN).until(() -> !own.closings().isEmpty());
                assertThat(own.closings().get(0)).containsPattern("does not answer|lost");
                assertThat(line.way(way).getKey().isOpen()).isFalse();
            }
        }
        line.close();
        assertThat(line.offered.closings()).hasSizeLessThanOrEqualTo(1);
        assertThat(line.answered.closings()).hasSizeLessThanOrEqualTo(1);
    }

    private void goneForSeconds(Line line) {
        try (Speech there = Speech.over(line, Way.TO_ANSWERER);
                Speech back = Speech.over(line, Way.TO_OFFERER)) {
            flows(there, System.nanoTime());
            flows(back, System.nanoTime());
            line.network.weather(Weather.BLACKOUT);
            await().pollDelay(OUTAGE).until(() -> true);
            line.network.weather(Weather.CALM);
            long end = System.nanoTime();
            resumes(there, end, mouth(Way.TO_ANSWERER));
            resumes(back, end, mouth(Way.TO_OFFERER));
        }
    }

    private static void resumes(Speech speech, long end, Stack mouth) {
        within(Duration.ofSeconds(30)).until(() -> !speech.heardAfter(end).isEmpty());
        long first = speech.heardAfter(end).get(0).heardNanos();
        flows(speech, first);
        assertThat(speech.heardTwice()).isZero();
        if (mouth == Stack.OURS) {
            assertThat(Duration.ofNanos(first - end)).isLessThan(BACK_WITHIN);
            long oldest = speech.heardAfter(end).stream()
                    .mapToLong(heard -> end - heard.saidNanos())
                    .max()
                    .orElseThrow();
            assertThat(Duration.ofNanos(oldest)).as("backlog").isLessThan(OLDEST_BACKLOG);
        }
    }

    private void moved(Line line) {
        try (Speech there = Speech.over(line, Way.TO_ANSWERER);
                Speech back = Speech.over(line, Way.TO_OFFERER)) {
            flows(there, System.nanoTime());
            flows(back, System.nanoTime());
            line.network.rebind();
            long moved = System.nanoTime();
            if (ends.answerer() == Stack.OURS) {
                within(Duration.ofSeconds(30))
                        .until(() -> there.heardAfter(moved).size() > 50);
                within(Duration.ofSeconds(30))
                        .until(() -> back.heardAfter(moved).size() > 50);
            }
            assertThat(line.offered.closings()).isEmpty();
            assertThat(line.answered.closings()).isEmpty();
        }
    }

    private Stack mouth(Way way) {
        return way == Way.TO_ANSWERER ? ends.offerer() : ends.answerer();
    }

    private static void flows(Speech speech, long since) {
        within(Duration.ofSeconds(30)).until(() -> speech.heardAfter(since).size() >= 20);
    }

    private static ConditionFactory within(Duration limit) {
        return await().atMost(limit);
    }
}

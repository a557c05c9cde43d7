package dev.odinbot.odin.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class BackoffTest {

    @RepeatedTest(20)
    void next_again_growsFromHalfASecondToHalfAMinute(RepetitionInfo repetition) {
        Backoff backoff = new Backoff(new Random(repetition.getCurrentRepetition()));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(1000), Duration.ofMillis(1500));
        for (int i = 0; i < 10; i++) {
            assertThat(backoff.next()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.next()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        }
        assertThat(backoff.slow()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(45));
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(750));
    }
}

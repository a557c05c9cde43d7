package dev.odinbot.command.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Scope;
import dev.odinbot.command.requirement.Requirements.Rate;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.TwoThreads;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final Rate RATE = new Rate(Duration.ofSeconds(10), 3, Scope.USER);

    private final FakeTicker ticker = new FakeTicker();
    private final Buckets<String> buckets = new Buckets<>(ticker);

    @Test
    void take_burstThenRate_overAnHour() {
        int taken = 0;
        for (int second = 0; second < 3600; second++) {
            taken += buckets.take("a", RATE).isZero() ? 1 : 0;
            ticker.advance(Duration.ofSeconds(1));
        }

        assertThat(taken).isEqualTo(3 + 3599 / 10);
    }

    @Test
    void take_idleKeys_areForgotten() {
        for (int i = 0; i < 50_000; i++) {
            buckets.take("key " + i, RATE);
            ticker.advance(Duration.ofSeconds(1));
        }

        assertThat(buckets.size()).isLessThan(3000);
    }

    @Test
    void take_endlessKeysAtOnce_areBounded() {
        for (int i = 0; i < 150_000; i++) {
            buckets.take("key " + i, RATE);
        }

        assertThat(buckets.size()).isLessThanOrEqualTo(Buckets.MOST + 1);
    }

    @Test
    void take_rateThatWasMadeFaster_isNotHeldToTheOldOne() {
        Rate day = new Rate(Duration.ofDays(1), 1, Scope.USER);
        buckets.take("a", day);

        assertThat(buckets.waitFor("a", day)).isEqualTo(Duration.ofDays(1));
        assertThat(buckets.waitFor("a", new Rate(Duration.ofSeconds(5), 1, Scope.USER)))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void giveBack_undoesOneToken() {
        for (int i = 0; i < 3; i++) {
            buckets.take("a", RATE);
        }

        buckets.giveBack("a", RATE);

        assertThat(buckets.take("a", RATE)).isZero();
        assertThat(buckets.take("a", RATE)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void take_fromTwoThreads_givesNoTokenTwice() {
        Rate rate = new Rate(Duration.ofSeconds(10), 1000, Scope.USER);

        int taken = TwoThreads.sum(() -> {
            int own = 0;
            for (int i = 0; i < 1000; i++) {
                own += buckets.take("a", rate).isZero() ? 1 : 0;
            }
            return own;
        });

        assertThat(taken).isEqualTo(1000);
    }
}

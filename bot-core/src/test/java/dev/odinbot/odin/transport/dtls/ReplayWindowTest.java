package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {

    private final ReplayWindow window = new ReplayWindow();

    @Test
    void allows_numbersInAnyOrder_eachOnce() {
        for (long number : new long[] {5, 0, 63, 4, 64, 1}) {
            assertThat(window.allows(number)).as("%d first", number).isTrue();
            window.add(number);
            assertThat(window.allows(number)).as("%d again", number).isFalse();
        }
    }

    @Test
    void allows_olderThanTheWindow_isNot() {
        window.add(100);

        assertThat(window.allows(100 - 63)).isTrue();
        assertThat(window.allows(100 - 64)).isFalse();
    }

    @Test
    void allows_afterAJumpOfAllSizes_onlyWhatIsNew() {
        for (long jump : new long[] {1, 63, 64, 65, 1L << 40}) {
            ReplayWindow jumped = new ReplayWindow();
            jumped.add(0);
            jumped.add(jump);
            assertThat(jumped.allows(0)).as("0 after %d", jump).isFalse();
            assertThat(jumped.allows(jump)).isFalse();
            assertThat(jumped.allows(jump + 1)).isTrue();
            assertThat(jumped.allows(jump - 1))
                    .as("%d after %d", jump - 1, jump)
                    .isEqualTo(jump > 1);
        }
    }

    @Test
    void allows_randomNumbers_neverTwiceAndNeverRefusesWhatIsNearAndNew() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Set<Long> seen = new HashSet<>();
        long highest = 0;
        for (int i = 0; i < 10_000; i++) {
            long number = Math.max(0, highest - 80 + random.nextInt(90));
            boolean allowed = window.allows(number);
            assertThat(allowed)
                    .as("%d below %d, seed %d", number, highest, seed)
                    .isEqualTo(!seen.contains(number) && number > highest - 64);
            if (allowed) {
                window.add(number);
                seen.add(number);
                highest = Math.max(highest, number);
            }
        }
    }
}

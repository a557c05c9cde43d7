package dev.odinbot.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.testing.CapturedLog;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusalsTest {

    private final Refusals refusals = new Refusals(LoggerFactory.getLogger(RefusalsTest.class), "a test");

    @Test
    void count_sameKindTwice_isLoggedOnceOnOneShortLine() {
        String log = CapturedLog.of(() -> {
            refusals.count("bad frame", "two\nlines " + "x".repeat(500));
            refusals.count("bad frame", "again");
        });
        assertThat(log)
                .isEqualTo("WARN RefusalsTest - Refused from a test: bad frame (two?lines " + "x".repeat(190)
                        + "…); more of this kind will only be counted" + System.lineSeparator());
        assertThat(refusals.counts()).containsEntry("bad frame", 2L);
    }

    @Test
    void countEveryday_kind_isCountedAndDoesNotAlarm() {
        String log = CapturedLog.of(() -> {
            refusals.countEveryday("late frame", "one");
            refusals.countEveryday("late frame", "two");
        });
        assertThat(log).doesNotContain("WARN").doesNotContain("ERROR");
        assertThat(refusals.counts()).containsEntry("late frame", 2L);
    }
}

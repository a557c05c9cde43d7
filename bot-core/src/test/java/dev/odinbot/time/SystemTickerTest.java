package dev.odinbot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SystemTickerTest {

    private final SystemTicker ticker = new SystemTicker();

    @Test
    void parkUntil_deadline_returnsNotBefore() {
        long deadline = ticker.nanos() + Duration.ofMillis(5).toNanos();
        ticker.parkUntil(deadline);
        assertThat(ticker.nanos() - deadline).isNotNegative();
    }

    @Test
    @Timeout(10)
    void parkUntil_interrupted_returnsAtOnceAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        ticker.parkUntil(ticker.nanos() + Duration.ofMinutes(5).toNanos());
        assertThat(Thread.interrupted()).isTrue();
    }
}

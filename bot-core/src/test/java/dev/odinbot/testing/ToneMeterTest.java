package dev.odinbot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ToneMeterTest {

    @Test
    void meter_ofAnEncodedTone_findsFrequencyAndLevel() {
        try (ToneMeter meter = new ToneMeter()) {
            meter.addAll(Tones.opus(1234, 0.5, Duration.ofSeconds(1)));

            assertThat(meter.samples()).isEqualTo(48_000);
            assertThat(meter.frequency()).isCloseTo(1234, within(1.5));
            assertThat(meter.leftAmplitude(1234)).isCloseTo(0.5, within(0.03));
            assertThat(meter.rightAmplitude(2000)).isLessThan(0.01);
            assertThat(meter.rms()).isCloseTo(0.354, within(0.02));
        }
    }

    @Test
    void meter_ofSilence_hearsNothing() {
        try (ToneMeter meter = new ToneMeter()) {
            for (int i = 0; i < 10; i++) {
                meter.add(new byte[] {(byte) 0xfc, (byte) 0xff, (byte) 0xfe});
            }

            assertThat(meter.frequency()).isZero();
            assertThat(meter.rms()).isZero();
        }
    }
}

package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.testing.network.UdpProxy.Way;
import dev.odinbot.testing.network.Weather;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Audio over a network that loses, doubles, delays and mixes up packets. */
@ParameterizedClass
@MethodSource("pairings")
class BadWeatherInteropTest {

    /** Longer than either side tries: ours 10 s each for a way, a handshake, an association. */
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(15);
    /** At 20 % loss a try in some dozens fails; the layer above makes another connection then, and so does this. */
    private static final int TRIES = 4;

    private static final Duration LONGEST_DELAY = Duration.ofMillis(200);
    private static final int MESSAGES = 300;
    private static final long LONGEST_SILENCE_MILLIS = 1_500;

    @Parameter
    Ends ends;

    static Stream<Ends> pairings() {
        return Ends.ofAllPairings();
    }

    private record Case(double loss, long seed) {
        Weather weather() {
            return Weather.CALM.losing(loss).duplicating(0.05).reordering(0.1).delaying(Duration.ZERO, LONGEST_DELAY);
        }
    }

    @TestFactory
    Stream<DynamicTest> audio_badWeather_keepsFlowingAndNothingComesTwice() {
        return Together.run(
                List.of(new Case(0.05, 11), new Case(0.05, 12), new Case(0.2, 13), new Case(0.2, 14)), this::talk);
    }

    private Line open(Case weather) throws Exception {
        for (int i = 1; ; i++) {
            Line line = new Line(ends, weather.seed + 100L * i);
            line.network.weather(weather.weather());
            try {
                return line.open(OPENS_WITHIN);
            } catch (ConditionTimeoutException e) {
                line.close();
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void talk(Case weather) throws Exception {
        try (Line line = open(weather)) {
            try (Speech there = Speech.over(line, Way.TO_ANSWERER);
                    Speech back = Speech.over(line, Way.TO_OFFERER)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> there.said() >= MESSAGES && back.said() >= MESSAGES);
                there.close();
                back.close();
                await().pollDelay(LONGEST_DELAY.multipliedBy(2)).until(() -> true);
                check(there, weather, ends.offerer());
                check(back, weather, ends.answerer());
            }
        }
    }

    private static void check(Speech speech, Case weather, Stack mouth) {
        String what = weather + " of " + mouth + ": " + speech;
        assertThat(speech.heardTwice()).as(what).isZero();
        assertThat(speech.garbled()).as(what).isEmpty();
        // libwebrtc's own window suffers more than ours may.
        double share = (1 - weather.loss) * (mouth == Stack.OURS ? 0.85 : 0.3);
        long silence = mouth == Stack.OURS ? LONGEST_SILENCE_MILLIS : 4 * LONGEST_SILENCE_MILLIS;
        assertThat(speech.heard().size()).as(what).isGreaterThan((int) (share * speech.said()));
        assertThat(speech.longestSilenceMillis()).as(what).isLessThan(silence);
    }
}

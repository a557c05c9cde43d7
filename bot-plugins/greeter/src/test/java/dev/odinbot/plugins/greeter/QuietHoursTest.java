package dev.odinbot.plugins.greeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "12:00-14:00, 11:59, false",
        "12:00-14:00, 12:00, true",
        "12:00-14:00, 13:59, true",
        "12:00-14:00, 14:00, false",
        "22:00-07:00, 21:59, false",
        "22:00-07:00, 22:00, true",
        "22:00-07:00, 23:59, true",
        "22:00-07:00, 00:00, true",
        "22:00-07:00, 06:59, true",
        "22:00-07:00, 07:00, false",
        "08:00-08:00, 08:00, false",
        "'', 00:00, false"
    })
    void contains_holdsFromTheFirstTimeToTheSecond(String quiet, LocalTime time, boolean contained) {
        assertThat(QuietHours.parse(quiet).contains(time)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22:00", "22-7", "22:00-25:00", "-", "late"})
    void parse_noTimes_isRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuietHours.parse(text))
                .withMessageContaining("\"22:00-07:00\"");
    }
}

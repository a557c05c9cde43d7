package dev.odinbot.plugins.fun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter.Call;
import dev.odinbot.api.text.Text;
import dev.odinbot.testing.FakeRoom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiceConverterTest {

    private final DiceConverter converter = new DiceConverter();
    private final FakeRoom room = new FakeRoom();
    private final Call call = new Call(room, room.peer("Anna").peer());

    @ParameterizedTest
    @CsvSource({
        "2d6+1, 2d6+1",
        "d20, d20",
        "20, d20",
        "3W6-2, 3d6-2",
        "1d2, d2",
        "50d1000+1000, 50d1000+1000",
        "2d6+0, 2d6",
        "' 2 d 6 ', 2d6"
    })
    void convert_dice_areRead(String text, String shown) {
        assertThat(converter.convert(text, call))
                .isInstanceOfSatisfying(
                        Conversion.Converted.class,
                        made -> assertThat(made.value()).hasToString(shown));
    }

    @ParameterizedTest
    @CsvSource({
        "'', dice.shape",
        "six, dice.shape",
        "2d, dice.shape",
        "-1d6, dice.shape",
        "1d6+1+1, dice.shape",
        "9999999999d6, dice.shape",
        "0d6, dice.count",
        "51d6, dice.count",
        "999999999d6, dice.count",
        "d1, dice.sides",
        "d1001, dice.sides",
        "d6+1001, dice.plus",
        "d6-1001, dice.plus"
    })
    void convert_otherText_isRefusedWithWhatIsWrong(String text, String key) {
        assertThat(converter.convert(text, call))
                .isInstanceOfSatisfying(
                        Conversion.Refused.class,
                        refused -> assertThat(((Text.Keyed) refused.reason()).key())
                                .isEqualTo(key));
    }

    @Test
    void roll_manyTimes_showsEverySideAndNoOther() {
        Dice dice = new Dice(50, 6, 0);
        Random random = new Random(7);

        assertThat(dice.roll(random)).hasSize(50).containsOnly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void total_addsAllAndThePlus() {
        assertThat(new Dice(3, 6, -2).total(List.of(1, 4, 6))).isEqualTo(9);
    }
}

package dev.odinbot.odin.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.room.UserData;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataCodecTest {

    @Test
    void write_typical_isTheVendorsJson() {
        UserData data = new UserData("Bot 🎵", "http://a", "", "music-bot", false, true, "Java", "1");
        assertThat(new String(UserDataCodec.write(data), UTF_8))
                .isEqualTo("{\"name\":\"Bot 🎵\",\"avatar\":\"http://a\",\"userId\":\"music-bot\","
                        + "\"outputMuted\":0,\"inputMuted\":1,\"platform\":\"Java\",\"version\":\"1\"}");
        assertThat(UserDataCodec.read(UserDataCodec.write(data))).isEqualTo(data);
    }

    @Test
    void read_booleansUnknownFieldsAndWrongTypes_takesWhatFits() {
        String json =
                "{\"name\":\"A\",\"avatar\":7,\"seed\":null,\"userId\":[1],\"outputMuted\":true,\"inputMuted\":\"yes\","
                        + "\"platform\":{},\"pet\":\"cat\"}";
        assertThat(UserDataCodec.read(json.getBytes(UTF_8)))
                .isEqualTo(new UserData("A", "", "", "", true, false, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "7", "[]", "\"x\"", "{", "{\"name\":", "hello", "\u0000", "{}"})
    void read_notAnObject_isEmpty(String text) {
        assertThat(UserDataCodec.read(text.getBytes(UTF_8))).isEqualTo(UserData.EMPTY);
    }

    @Test
    void read_hostile_isEmpty() {
        assertThat(UserDataCodec.read("{\"a\":".repeat(10_000).getBytes(UTF_8))).isEqualTo(UserData.EMPTY);
        assertThat(UserDataCodec.read(new byte[1_000_000])).isEqualTo(UserData.EMPTY);
        Random random = new Random(5);
        byte[] good = UserDataCodec.write(new UserData("name", "avatar", "s", "u", true, true, "p", "v"));
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int n = random.nextInt(6); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(UserDataCodec.read(bytes)).isNotNull();
        }
    }
}

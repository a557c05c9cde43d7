package dev.odinbot.bot.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.bot.room.ChatCodec.Chat;
import dev.odinbot.bot.room.ChatCodec.Form;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatCodecTest {

    @Test
    void decode_plainPayload_isPlainChat() {
        assertThat(ChatCodec.decode(bytes("{\"kind\":\"message\",\"payload\":\"!play demo\"}")))
                .contains(new Chat("!play demo", Form.PLAIN));
    }

    @Test
    void decode_objectPayload_isObjectChat() {
        assertThat(ChatCodec.decode(bytes("{\"payload\":{\"text\":\"hi\",\"id\":7},\"kind\":\"message\",\"x\":[]}")))
                .contains(new Chat("hi", Form.OBJECT));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void encode_anyText_decodesToTheSame(Form form) {
        String text = "Zeile 1\nüñ \"quoted\" \\ 🎵";

        assertThat(ChatCodec.decode(ChatCodec.encode(text, form))).contains(new Chat(text, form));
    }

    @Test
    void encode_bothForms_areWhatTheVendorsClientsRead() {
        assertThat(new String(ChatCodec.encode("hi", Form.PLAIN), UTF_8))
                .isEqualTo("{\"kind\":\"message\",\"payload\":\"hi\"}");
        assertThat(new String(ChatCodec.encode("hi", Form.OBJECT), UTF_8))
                .isEqualTo("{\"kind\":\"message\",\"payload\":{\"text\":\"hi\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "null",
                "[]",
                "42",
                "{}",
                "{\"kind\":\"poke\",\"payload\":\"!play demo\"}",
                "{\"kind\":\"message\"}",
                "{\"kind\":\"message\",\"payload\":42}",
                "{\"kind\":\"message\",\"payload\":null}",
                "{\"kind\":\"message\",\"payload\":{\"text\":{}}}",
                "{\"kind\":[\"message\"],\"payload\":\"x\"}",
                "{\"kind\":\"message\",\"payload\":\"cut"
            })
    void decode_somethingElse_isNotChat(String message) {
        assertThat(ChatCodec.decode(bytes(message))).isEmpty();
    }

    @Test
    void decode_invalidUtf8_isNotChat() {
        byte[] message = bytes("{\"kind\":\"message\",\"payload\":\"??\"}");
        message[message.length - 4] = (byte) 0xff;
        message[message.length - 3] = (byte) 0xc0;

        assertThat(ChatCodec.decode(message)).isEmpty();
    }

    @Test
    void decode_deepNesting_isNotChat() {
        assertThat(ChatCodec.decode(bytes("{\"kind\":\"message\",\"payload\":" + "[".repeat(20_000))))
                .isEmpty();
    }

    @Test
    void decode_megabyteOfGarbage_isNotChat() {
        byte[] garbage = new byte[1 << 20];
        new Random(1).nextBytes(garbage);

        assertThat(ChatCodec.decode(garbage)).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

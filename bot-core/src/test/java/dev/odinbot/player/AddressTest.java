package dev.odinbot.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://user:secret@host:8000/a/My%20Song.mp3?token=secret#secret, http://host:8000/a/My%20Song.mp3, My Song",
        "https://host/, https://host/, host",
        "https://host, https://host, host",
        "https://host/blank name.ogg, https://host/blank%20name.ogg, blank name",
        "https://host/live;stream, https://host/live;stream, live;stream",
    })
    void shown_anAddress_holdsNoSecret(String text, String shown, String title) {
        Address address = Address.parse(text).orElseThrow();

        assertThat(address.shown()).isEqualTo(shown);
        assertThat(address).hasToString(shown);
        assertThat(address.title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http://a b:secret@%zz/", "http:///path", "https://[::1/x"})
    void parse_notAnAddress_isEmptyAndShownWithoutSecrets(String text) {
        assertThat(Address.parse(text)).isEmpty();
        assertThat(Address.shown(text)).doesNotContain("secret");
    }
}

package dev.odinbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.text.Text;
import dev.odinbot.testing.CapturedLog;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageBundlesTest {

    private static final Map<String, String> FILES = Map.of(
            "messages.properties", "bread=bread\nroll=roll\njam=jam\nwith={0} with {1}\nbroken={0,nonsense}",
            "messages_de.properties", "host.bread=Brot\nbread=Brot\nroll=Brötchen\nwith={0} mit {1}",
            "messages_de_AT.properties", "roll=Semmel");

    private final MessageBundles messages = new MessageBundles("test", name -> {
        String file = FILES.get(name);
        return file == null ? null : new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    });

    @Test
    void word_locale_takesTheMostExactLanguage() {
        assertThat(words("roll", Locale.ENGLISH, Locale.GERMAN, new Locale("de", "AT"), Locale.ROOT))
                .containsExactly("roll", "Brötchen", "Semmel", "roll");
        assertThat(words("bread", new Locale("de", "AT"), Locale.GERMANY)).containsExactly("Brot", "Brot");
        assertThat(words("jam", Locale.GERMAN)).containsExactly("jam");
    }

    @Test
    void word_textAmongTheArguments_isWordedToo() {
        Text text = Text.key("with", Text.key("bread"), Text.of("{1}"));

        assertThat(messages.word(text, Locale.GERMAN)).isEqualTo("Brot mit {1}");
    }

    @Test
    void word_keyOfTheHost_isTheHostsSentenceInTheRoomsLanguage() {
        Text refusal = Text.key("host.plugin.unknown", "dice");

        assertThat(messages.word(refusal, Locale.GERMAN)).isEqualTo("Ein Plugin dice gibt es nicht.");
        assertThat(messages.word(Text.key("with", refusal, "jam"), Locale.ENGLISH))
                .isEqualTo("There is no plugin dice. with jam");
        assertThat(messages.word(Text.key("host.bread"), Locale.GERMAN))
                .as("a plugin has no such keys")
                .isEqualTo("host.bread");
    }

    @Test
    void word_fileThatCannotBeRead_isLoggedOnceAndTheOtherLanguageStandsIn() {
        MessageBundles broken = new MessageBundles(
                "test",
                name -> name.equals("messages_de.properties")
                        ? new ByteArrayInputStream("path=C:\\users".getBytes(StandardCharsets.UTF_8))
                        : new ByteArrayInputStream("path=here".getBytes(StandardCharsets.UTF_8)));

        String log = CapturedLog.of(() -> {
            assertThat(broken.has("gone", Locale.GERMAN)).isFalse();
            assertThat(broken.word(Text.key("path"), Locale.GERMAN)).isEqualTo("here");
        });

        assertThat(log.lines()
                        .filter(line -> line.contains("messages_de.properties of test cannot be read: Malformed")))
                .hasSize(1);
    }

    @Test
    void word_unknownKeyOrBrokenSentence_isShownAsItIsAndLoggedOnce() {
        String log = CapturedLog.of(
                () -> assertThat(words("gone", Locale.GERMAN, Locale.ENGLISH)).containsExactly("gone", "gone"));

        assertThat(log.lines().filter(line -> line.contains("gone"))).hasSize(1);
        assertThat(CapturedLog.of(() -> words("broken", Locale.ENGLISH))).contains("broken");
        assertThat(messages.has("gone", Locale.GERMAN)).isFalse();
        assertThat(messages.has("jam", Locale.GERMAN)).isTrue();
    }

    private List<String> words(String key, Locale... locales) {
        return List.of(locales).stream()
                .map(locale -> messages.word(Text.key(key), locale))
                .toList();
    }
}

package dev.odinbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.text.Text;
import dev.odinbot.testing.GoldenFile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the host's services answer, as people read it. */
class HostSentencesTest {

    private final MessageBundles plugin = new MessageBundles("any plugin", file -> null);

    @Test
    void sentences_ofAllKeys_areWordedInBothLanguages() throws IOException {
        Properties english = new Properties();
        try (Reader in = new InputStreamReader(
                MessageBundles.class.getResourceAsStream("messages.properties"), StandardCharsets.UTF_8)) {
            english.load(in);
        }
        StringBuilder said = new StringBuilder();
        for (String key : new TreeSet<>(english.stringPropertyNames())) {
            Text text = Text.key(key, "A", "B", "C", "D");
            said.append(key).append('\n');
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
                said.append("  ").append(plugin.word(text, locale)).append('\n');
            }
        }

        assertThat(said).doesNotContain("{", "}");
        GoldenFile.assertMatches(getClass(), "host-sentences.txt", said.toString());
    }
}

package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The core's bundles, held against each other. */
class MessageFilesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private final Properties english = read("messages.properties");
    private final Properties german = read("messages_de.properties");

    @Test
    void bundles_haveTheSameKeys() {
        assertThat(new TreeSet<>(german.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()))
                .isNotEmpty();
    }

    @Test
    void sentences_takeTheSameArguments() {
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(german.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void sentences_areWellFormed() {
        for (Properties sentences : Set.of(english, german)) {
            sentences.forEach((key, sentence) -> {
                assertThat(new MessageFormat((String) sentence).getFormats())
                        .as("%s", key)
                        .isNotNull();
                assertThat((String) sentence).as("%s", key).isNotBlank().doesNotContainPattern(LONE_APOSTROPHE);
            });
        }
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String file) {
        Properties sentences = new Properties();
        try (InputStream in = CommandModule.class.getResourceAsStream(file)) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}

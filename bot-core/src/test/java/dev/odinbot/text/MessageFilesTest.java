package dev.odinbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All bundles of the checkout, the plugins' included: English and German held against each other. */
class MessageFilesTest {

    private static final String ENGLISH = "messages.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    /** In English a command's annotation says it. */
    private static final String DESCRIPTION = "description.";

    static List<Path> folders() throws IOException {
        Path checkout = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> files =
                Stream.of("bot-core", "bot-plugins").map(checkout::resolve).flatMap(MessageFilesTest::walk)) {
            return files.filter(
                            file -> file.endsWith(ENGLISH) && file.toString().contains("/src/main/"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bundles_haveTheSameKeys(Path folder) {
        assertThat(keys(german(folder))).isEqualTo(keys(english(folder))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void sentences_takeTheSameArguments(Path folder) {
        Properties english = english(folder);
        Properties german = german(folder);
        for (String key : keys(english)) {
            assertThat(placeholders(german.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void sentences_areWellFormed(Path folder) {
        for (Properties sentences : Set.of(english(folder), german(folder))) {
            sentences.forEach((key, sentence) -> {
                assertThat(new MessageFormat((String) sentence).getFormats())
                        .as("%s", key)
                        .isNotNull();
                assertThat((String) sentence).as("%s", key).isNotBlank().doesNotContainPattern(LONE_APOSTROPHE);
            });
        }
    }

    private static Set<String> keys(Properties sentences) {
        return sentences.stringPropertyNames().stream()
                .filter(key -> !key.startsWith(DESCRIPTION))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties english(Path folder) {
        return read(folder.resolve(ENGLISH));
    }

    private static Properties german(Path folder) {
        return read(folder.resolve("messages_de.properties"));
    }

    private static Properties read(Path file) {
        Properties sentences = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            sentences.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}

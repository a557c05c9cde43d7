package dev.odinbot.text;

import dev.odinbot.api.text.Messages;
import dev.odinbot.api.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles of the core or of one plugin. Not the JDK's {@code ResourceBundle}, whose cache would hold an unloaded plugin's class
 * loader for a while.
 */
public final class MessageBundles implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(MessageBundles.class);

    /** What the host's services answer with is worded by whoever passes it on. */
    private static final String HOST_KEYS = "host.";

    private static final MessageBundles HOST = beside(MessageBundles.class);

    private final String name;
    private final Function<String, @Nullable InputStream> files;
    private final Map<String, Properties> byLanguage = new ConcurrentHashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * @param name of the bundles' owner, for the log
     * @param files opens {@code messages.properties} and its translations by their name; null when there is none
     */
    public MessageBundles(String name, Function<String, @Nullable InputStream> files) {
        this.name = name;
        this.files = files;
    }

    /** The bundles beside a class. */
    public static MessageBundles beside(Class<?> type) {
        return new MessageBundles(type.getPackageName(), type::getResourceAsStream);
    }

    /** The words of what a service of the host says, for the log. */
    public static String english(Text text) {
        return HOST.word(text, Locale.ENGLISH);
    }

    @Override
    public String word(Text text, Locale locale) {
        if (text instanceof Text.Literal literal) {
            return literal.words();
        }
        Text.Keyed keyed = (Text.Keyed) text;
        Optional<String> sentence = sentence(keyed.key(), locale);
        if (sentence.isEmpty()) {
            report(keyed.key(), "there is no such key");
            return keyed.key();
        }
        List<Object> arguments = keyed.arguments().stream()
                .map(argument -> argument instanceof Text nested ? word(nested, locale) : argument)
                .toList();
        try {
            return new MessageFormat(sentence.get(), locale).format(arguments.toArray());
        } catch (IllegalArgumentException e) {
            report(keyed.key(), e.getMessage());
            return keyed.key();
        }
    }

    @Override
    public boolean has(String key, Locale locale) {
        return sentence(key, locale).isPresent();
    }

    /** The most exact language that has it: German of Austria, German, then what has no language. */
    private Optional<String> sentence(String key, Locale locale) {
        String language = "_" + locale.getLanguage();
        return find(key, language + "_" + locale.getCountry())
                .or(() -> find(key, language))
                .or(() -> find(key, ""));
    }

    private Optional<String> find(String key, String suffix) {
        MessageBundles owner = key.startsWith(HOST_KEYS) ? HOST : this;
        return Optional.ofNullable(
                owner.byLanguage.computeIfAbsent(suffix, owner::load).getProperty(key));
    }

    private Properties load(String suffix) {
        String file = "messages" + suffix + ".properties";
        try (InputStream in = files.apply(file)) {
            return in == null ? new Properties() : read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The messages of " + name + " cannot be read", e);
        } catch (IllegalArgumentException e) { // one broken file must not take the others' words away
            LOG.warn("The {} of {} cannot be read: {}", file, name, e.getMessage());
            return new Properties();
        }
    }

    private static Properties read(InputStream in) throws IOException {
        Properties sentences = new Properties();
        sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        return sentences;
    }

    /** What is wrong with a file of messages, as the rest of a sentence that begins with its name; empty = nothing. */
    public static Optional<String> problem(InputStream file) throws IOException {
        Properties sentences;
        try {
            sentences = read(file);
        } catch (IllegalArgumentException e) {
            return Optional.of("cannot be read: " + e.getMessage() + " (a backslash is written twice)");
        }
        for (String key : new TreeSet<>(sentences.stringPropertyNames())) {
            try {
                new MessageFormat(sentences.getProperty(key));
            } catch (IllegalArgumentException e) {
                return Optional.of("has no sentence under the key " + key + ": " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private void report(String key, @Nullable String problem) {
        if (reported.add(key)) {
            LOG.warn("Message {} of {} cannot be worded: {}", key, name, problem);
        }
    }
}

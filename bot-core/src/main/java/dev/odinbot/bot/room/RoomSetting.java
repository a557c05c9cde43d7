package dev.odinbot.bot.room;

import dev.odinbot.api.text.Text;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be set in a room while the bot runs, and what a value of it may be. */
public enum RoomSetting {
    PREFIX {
        @Override
        public Optional<Text> problem(String value) {
            boolean fits = value.length() <= MAX_PREFIX
                    && !value.isEmpty()
                    && value.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
            return fits ? Optional.empty() : Optional.of(Text.key("host.setting.prefix", MAX_PREFIX));
        }

        @Override
        RoomSettings in(RoomSettings settings, String value) {
            return settings.withPrefix(value);
        }

        @Override
        public String of(RoomSettings settings) {
            return settings.prefix();
        }
    },
    LOCALE {
        @Override
        public Optional<Text> problem(String value) {
            return isLanguage(value) ? Optional.empty() : Optional.of(Text.key("host.setting.locale"));
        }

        @Override
        RoomSettings in(RoomSettings settings, String value) {
            return settings.withLocale(Locale.forLanguageTag(value));
        }

        @Override
        public String of(RoomSettings settings) {
            return settings.locale().toLanguageTag();
        }
    },
    VOLUME {
        @Override
        public Optional<Text> problem(String value) {
            boolean fits = value.matches("[0-9]{1,3}") && Integer.parseInt(value) <= MAX_VOLUME;
            return fits ? Optional.empty() : Optional.of(Text.key("host.setting.volume", MAX_VOLUME));
        }

        @Override
        RoomSettings in(RoomSettings settings, String value) {
            return settings.withVolume(Integer.parseInt(value));
        }

        @Override
        public String of(RoomSettings settings) {
            return Integer.toString(settings.volume());
        }
    };

    private static final int MAX_PREFIX = 10;
    private static final int MAX_VOLUME = 150;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** What is wrong with {@code value} and what would be right, as a sentence. */
    public abstract Optional<Text> problem(String value);

    /** @param value without a problem */
    abstract RoomSettings in(RoomSettings settings, String value);

    public abstract String of(RoomSettings settings);

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(RoomSetting::key).toList();
    }

    public static Optional<RoomSetting> find(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Whether it is a well-formed tag of a language that there is. */
    public static boolean isLanguage(String tag) {
        try {
            return LANGUAGES.contains(
                    new Locale.Builder().setLanguageTag(tag).build().getLanguage());
        } catch (IllformedLocaleException e) {
            return false; // what it should be is told by whoever asked
        }
    }
}

package dev.odinbot.bot;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be set in a room while the bot runs, and what a value of it may be. */
enum RoomSetting {
    PREFIX {
        @Override
        Optional<String> problem(String value) {
            boolean fits = value.length() <= MAX_PREFIX
                    && !value.isEmpty()
                    && value.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
            return fits
                    ? Optional.empty()
                    : Optional.of(
                            "A prefix is 1 to " + MAX_PREFIX + " characters without a space, for instance \"!\".");
        }

        @Override
        RoomSettings in(RoomSettings settings, String value) {
            return settings.withPrefix(value);
        }

        @Override
        String of(RoomSettings settings) {
            return settings.prefix();
        }
    },
    LOCALE {
        @Override
        Optional<String> problem(String value) {
            return isLanguage(value)
                    ? Optional.empty()
                    : Optional.of("A locale is a language tag, for instance en, de or de-AT.");
        }

        @Override
        RoomSettings in(RoomSettings settings, String value) {
            return settings.withLocale(Locale.forLanguageTag(value));
        }

        @Override
        String of(RoomSettings settings) {
            return settings.locale().toLanguageTag();
        }
    },
    VOLUME {
        @Override
        Optional<String> problem(String value) {
            boolean fits = value.matches("[0-9]{1,3}") && Integer.parseInt(value) <= MAX_VOLUME;
            return fits
                    ? Optional.empty()
                    : Optional.of("A volume is a whole number of percent from 0 to " + MAX_VOLUME + ".");
        }

        @Override
        RoomSettings in(RoomSettings settings, String value) {
            return settings.withVolume(Integer.parseInt(value));
        }

        @Override
        String of(RoomSettings settings) {
            return Integer.toString(settings.volume());
        }
    };

    private static final int MAX_PREFIX = 10;
    private static final int MAX_VOLUME = 150;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** What is wrong with {@code value} and what would be right, as a sentence. */
    abstract Optional<String> problem(String value);

    /** @param value without a problem */
    abstract RoomSettings in(RoomSettings settings, String value);

    abstract String of(RoomSettings settings);

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(RoomSetting::key).toList();
    }

    static Optional<RoomSetting> find(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Whether it is a well-formed tag of a language that there is. */
    static boolean isLanguage(String tag) {
        try {
            return LANGUAGES.contains(
                    new Locale.Builder().setLanguageTag(tag).build().getLanguage());
        } catch (IllformedLocaleException e) {
            return false; // what it should be is told by whoever asked
        }
    }
}

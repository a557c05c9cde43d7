package dev.odinbot.bot;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.bot.room.RoomSettings;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;
import java.util.Locale;
import java.util.Optional;

/**
 * One of the {@code rooms}; what it does not override comes from the sections {@code bot} and {@code audio}.
 *
 * @param key name of one of {@code odin.keys}
 * @param autoplay identifier played as soon as the room is joined, and again when it ends; empty = none
 * @param locale tag of the language the bot speaks there
 * @param volume percent, 0-150
 */
public record RoomConfig(
        String id,
        @Default("default") String key,
        @Default("\"\"") String autoplay,
        Optional<String> prefix,
        Optional<String> locale,
        Optional<String> name,
        Optional<String> greeting,
        Optional<@Between(min = 0, max = 150) Integer> volume)
        implements Checked {

    /** A room that config.yml does not name, with everything as usual there. */
    static RoomConfig plain(String id, String key) {
        return new RoomConfig(
                id, key, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    RoomConfig withKey(String other) {
        return new RoomConfig(id, other, autoplay, prefix, locale, name, greeting, volume);
    }

    /** With what the other sections say of all rooms. */
    RoomSettings in(BotConfig config) {
        IdentityConfig bot = config.bot();
        return new RoomSettings(
                new RoomId(id),
                key,
                new UserId(bot.userId()),
                name.orElse(bot.name()),
                bot.avatar(),
                prefix.orElse(bot.prefix()),
                Locale.forLanguageTag(locale.orElse(bot.locale())),
                greeting.orElse(bot.greeting()),
                autoplay,
                volume.orElse(config.audio().volume()));
    }

    /** The same, but with the key and the name that it has been joined with. */
    RoomConfig joinedAs(RoomConfig running) {
        return new RoomConfig(id, running.key, autoplay, prefix, locale, running.name, greeting, volume);
    }

    @Override
    public void check(Faults faults) {
        if (id.isBlank()) {
            faults.at("id").add("the room has no name", "Write for instance Lobby.");
        }
        prefix.ifPresent(own -> IdentityConfig.checkPrefix(own, faults.at("prefix")));
        locale.ifPresent(own -> IdentityConfig.checkLocale(own, faults.at("locale")));
        name.ifPresent(own -> IdentityConfig.checkName(own, faults.at("name")));
    }
}

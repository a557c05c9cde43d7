package dev.odinbot.bot;

import dev.odinbot.api.Default;
import dev.odinbot.bot.room.RoomSetting;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;

/**
 * The {@code bot} section: who the bot is in every room.
 *
 * @param avatar address of a picture; empty = none
 * @param locale tag of the language the bot speaks
 * @param greeting said to who comes in; {@code {name}} and {@code {prefix}} are filled in; empty = none
 */
public record IdentityConfig(
        @Default("Music Bot") String name,
        @Default("music-bot") String userId,
        @Default("\"\"") String avatar,
        @Default("\"!\"") String prefix,
        @Default("en") String locale,

        @Default("\"Hello, I am {name}. Type {prefix}help to see what I can do.\"")
        String greeting)
        implements Checked {

    @Override
    public void check(Faults faults) {
        checkName(name, faults.at("name"));
        checkPrefix(prefix, faults.at("prefix"));
        checkLocale(locale, faults.at("locale"));
        if (userId.isBlank()) {
            faults.at("user-id").add("the user id is empty", "Write for instance music-bot.");
        }
    }

    static void checkName(String name, Faults faults) {
        if (name.isBlank()) {
            faults.add("the name is empty", "Write for instance Music Bot.");
        }
    }

    static void checkLocale(String locale, Faults faults) {
        if (!RoomSetting.isLanguage(locale)) {
            faults.add("this is no language tag", "Write for instance en, de or de-AT.");
        }
    }

    static void checkPrefix(String prefix, Faults faults) {
        if (prefix.isEmpty()) {
            faults.add(
                    "the prefix is empty, so everything said would be a command",
                    "Write for instance \"!\", in quotes.");
        } else if (prefix.codePoints().anyMatch(Character::isWhitespace)) {
            faults.add("the prefix has a space in it", "Write for instance \"!\", in quotes.");
        }
    }
}

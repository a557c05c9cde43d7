package dev.odinbot.bot.room;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import java.util.Locale;

/** What holds in one room, its own keys of config.yml and the general sections taken together. */
public record RoomSettings(
        RoomId id,
        String keyName,
        UserId userId,
        String name,
        String avatar,
        String prefix,
        Locale locale,
        String greeting,
        String autoplay,
        int volume) {

    RoomSettings withPrefix(String other) {
        return new RoomSettings(id, keyName, userId, name, avatar, other, locale, greeting, autoplay, volume);
    }

    RoomSettings withLocale(Locale other) {
        return new RoomSettings(id, keyName, userId, name, avatar, prefix, other, greeting, autoplay, volume);
    }

    RoomSettings withVolume(int other) {
        return new RoomSettings(id, keyName, userId, name, avatar, prefix, locale, greeting, autoplay, other);
    }

    /** Whether {@code other} makes the bot the same peer in the room, so that nobody has to leave it for the change. */
    public boolean joinsAs(RoomSettings other) {
        return keyName.equals(other.keyName)
                && userId.equals(other.userId)
                && name.equals(other.name)
                && avatar.equals(other.avatar);
    }

    /** The same, but with the key, and as the peer, of {@code running}. */
    public RoomSettings joinedAs(RoomSettings running) {
        return new RoomSettings(
                id,
                running.keyName,
                running.userId,
                running.name,
                running.avatar,
                prefix,
                locale,
                greeting,
                autoplay,
                volume);
    }

    String greetingText() {
        return greeting.replace("{name}", name).replace("{prefix}", prefix);
    }

    UserData userData(String version) {
        return new UserData(name, avatar, userId.value(), userId.value(), true, false, "Java", version);
    }
}

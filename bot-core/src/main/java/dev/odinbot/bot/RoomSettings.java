package dev.odinbot.bot;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;

/** What holds in one room, its own overrides and the general sections taken together. */
record RoomSettings(
        RoomId id,
        String keyName,
        UserId userId,
        String name,
        String avatar,
        String prefix,
        String greeting,
        String autoplay,
        int volume) {

    static RoomSettings of(RoomConfig room, BotConfig config) {
        IdentityConfig bot = config.bot();
        return new RoomSettings(
                new RoomId(room.id()),
                room.key(),
                new UserId(bot.userId()),
                room.name().orElse(bot.name()),
                bot.avatar(),
                room.prefix().orElse(bot.prefix()),
                room.greeting().orElse(bot.greeting()),
                room.autoplay(),
                room.volume().orElse(config.audio().volume()));
    }

    String greetingText() {
        return greeting.replace("{name}", name).replace("{prefix}", prefix);
    }

    UserData userData(String version) {
        return new UserData(name, avatar, userId.value(), userId.value(), true, false, "Java", version);
    }
}

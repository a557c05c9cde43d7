package dev.odinbot.bot;

import dev.odinbot.api.Default;

/**
 * The {@code bot} section: who the bot is in every room.
 *
 * @param avatar address of a picture; empty = none
 * @param greeting said to who comes in; {@code {name}} and {@code {prefix}} are filled in; empty = none
 */
public record IdentityConfig(
        @Default("Music Bot") String name,
        @Default("music-bot") String userId,
        @Default("\"\"") String avatar,
        @Default("\"!\"") String prefix,

        @Default("\"Hello, I am {name}. Type {prefix}help to see what I can do.\"")
        String greeting) {}

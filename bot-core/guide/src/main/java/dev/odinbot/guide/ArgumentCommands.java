package dev.odinbot.guide;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.audio.Position;
import dev.odinbot.api.command.BetweenDecimals;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.OneOf;
import dev.odinbot.api.command.Percent;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One command for every kind of argument; each answers with what it was given. */
final class ArgumentCommands {

    private static Reply got(Object value) {
        return Reply.of(value.toString());
    }

    @Command("word <text>")
    Reply word(String text) {
        return got(text);
    }

    @Command("note <text>")
    Reply note(@Rest String text) {
        return got(text);
    }

    @Command("side <choice>")
    Reply side(@OneOf({"heads", "tails"}) String choice) {
        return got(choice);
    }

    @Command("page <number>")
    Reply page(@Between(min = 1, max = 99) int number) {
        return got(number);
    }

    @Command("speed <factor>")
    Reply speed(@BetweenDecimals(min = 0.5, max = 2) double factor) {
        return got(factor);
    }

    @Command("loud <answer>")
    Reply loud(boolean answer) {
        return got(answer);
    }

    // guide: enum
    enum Repeat {
        OFF,
        TRACK,
        QUEUE
    }

    @Command("repeat <mode>")
    Reply repeat(Repeat mode) {
        return Reply.of(mode.toString());
    }
    // end

    @Command("sleep <time>")
    Reply sleep(Duration time) {
        return got(time);
    }

    @Command("jump <place>")
    Reply jump(Position place) {
        return got(place.offset() + (place.relative() ? " from here" : " from the beginning"));
    }

    @Command("level <share>")
    Reply level(@Between(max = 150) Percent share) {
        return got(share);
    }

    @Command("open <link>")
    Reply open(URI link) {
        return got(link);
    }

    @Command("wave <friend>")
    Reply wave(Peer friend) {
        return got(friend.displayName());
    }

    @Command("forgive <user>")
    Reply forgive(UserId user) {
        return got(user);
    }

    // guide: optional
    @Command("list [page]")
    Reply list(OptionalInt page) {
        return Reply.of("Page " + page.orElse(1));
    }

    @Command("say [greeting] [name]")
    Reply say(@Default("Hello") String greeting, Optional<String> name) {
        return Reply.of(greeting + name.map(given -> ", " + given).orElse("") + "!");
    }

    @Command("shuffle <word...>")
    Reply shuffle(List<String> word) {
        return Reply.of(word.size() + " words");
    }
    // end

    // guide: flags
    @Command("search <query>")
    Reply search(
            @Rest String query,
            @Flag(shorthand = "a") boolean all,
            @Flag(shorthand = "l") @Default("10") @Between(min = 1, max = 50) int limit,
            @Flag("since") Optional<Duration> age) {
        String what = all ? "everything" : "at most " + limit;
        return Reply.of(query + ": " + what
                + age.map(time -> ", not older than " + time.toMinutes() + " minutes")
                        .orElse(""));
    }
    // end

    // guide: subcommands
    @Command("tag add <name> <text>")
    Reply add(String name, @Rest String text) {
        return Reply.of("Tag " + name + ": " + text);
    }

    @Command("tag remove <name>")
    Reply remove(String name) {
        return Reply.of("No tag " + name + " any more.");
    }
    // end
}

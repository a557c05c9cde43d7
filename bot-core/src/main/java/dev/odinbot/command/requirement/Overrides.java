package dev.odinbot.command.requirement;

import dev.odinbot.api.command.Scope;
import dev.odinbot.api.command.Vote;
import dev.odinbot.command.requirement.Requirements.Ballot;
import dev.odinbot.command.requirement.Requirements.Rate;
import dev.odinbot.command.requirement.Requirements.Slots;
import dev.odinbot.config.Nearest;
import dev.odinbot.signature.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the operator says about commands, over what their annotations say. Replaced as a whole; a question sees the old or the new. */
final class Overrides {

    private volatile Map<String, CommandsConfig.Change> byName = Map.of();

    void replace(CommandsConfig config) {
        Map<String, CommandsConfig.Change> replacement = new HashMap<>();
        config.overrides().forEach((key, override) -> replacement.put(Names.typed(key), override));
        byName = Map.copyOf(replacement);
    }

    /** What holds for a command that declares {@code declared}. */
    Requirements apply(Requirements declared) {
        Map<String, CommandsConfig.Change> now = byName;
        if (now.isEmpty()) {
            return declared;
        }
        CommandsConfig.Change ofWords = now.get(declared.words());
        CommandsConfig.Change ofPlugin = now.get(declared.command());
        Requirements changed = ofWords == null ? declared : apply(ofWords, declared);
        return ofPlugin == null ? changed : apply(ofPlugin, changed);
    }

    private static Requirements apply(CommandsConfig.Change override, Requirements declared) {
        return new Requirements(
                declared.command(),
                override.permission().map(Names::fold).orElse(declared.permission()),
                override.grantedTo().map(Names::fold).orElse(declared.grantedTo()),
                override.cooldown()
                        .map(own -> cooldown(own, declared.cooldown()))
                        .orElse(declared.cooldown()),
                override.maxConcurrency()
                        .map(own -> concurrency(own, declared.concurrency()))
                        .orElse(declared.concurrency()),
                override.vote().map(own -> vote(own, declared.vote())).orElse(declared.vote()),
                override.rooms().orElse(declared.rooms()),
                override.enabled().orElse(declared.enabled()));
    }

    private static Optional<Rate> cooldown(CommandsConfig.Cooldown own, Optional<Rate> declared) {
        return own.seconds()
                .map(Duration::ofSeconds)
                .or(() -> declared.map(Rate::period))
                .filter(period -> !period.isZero())
                .map(period -> new Rate(
                        period,
                        own.burst().or(() -> declared.map(Rate::burst)).orElse(1),
                        own.per().or(() -> declared.map(Rate::per)).orElse(Scope.USER)));
    }

    private static Optional<Slots> concurrency(CommandsConfig.Concurrency own, Optional<Slots> declared) {
        return own.runs()
                .or(() -> declared.map(Slots::count))
                .filter(count -> count > 0)
                .map(count -> new Slots(
                        count, own.per().or(() -> declared.map(Slots::per)).orElse(Scope.ROOM)));
    }

    private static Optional<Ballot> vote(CommandsConfig.Vote own, Optional<Ballot> declared) {
        return own.share()
                .or(() -> declared.map(Ballot::share))
                .filter(share -> share > 0)
                .map(share -> new Ballot(
                        share,
                        own.requesterDecides()
                                .or(() -> declared.map(Ballot::requesterDecides))
                                .orElse(false), // a vote of the operator's alone: nobody spoke of the track
                        declared.map(Ballot::undoes).orElse(Vote.Undoes.NONE)));
    }

    /** A sentence about each override that has no effect. */
    List<String> idle(Collection<Requirements> commands) {
        Set<String> known = new HashSet<>();
        commands.forEach(command -> known.addAll(List.of(command.command(), command.words())));
        Stream<String> unknown = new TreeMap<>(byName)
                .keySet().stream()
                        .filter(name -> !known.contains(name))
                        .map(name -> "commands." + name + " in config.yml changes nothing: no plugin has this command. "
                                + Nearest.to(name, known)
                                        .or(() -> ofAnotherPlugin(name, known))
                                        .map(near -> "Did you mean " + near + "?")
                                        .orElse("Write the words of a command, not an alias, or plugin:words."));
        Stream<String> halves = new TreeMap<>(byName)
                .entrySet().stream()
                        .flatMap(own -> commands.stream()
                                .filter(command -> own.getKey().equals(command.words())
                                        || own.getKey().equals(command.command()))
                                .flatMap(command -> halves(own.getKey(), own.getValue(), apply(command))));
        return Stream.concat(unknown, halves).toList();
    }

    /** Details of a requirement that the command does not have and the override does not give it. */
    private static Stream<String> halves(String name, CommandsConfig.Change own, Requirements now) {
        List<String> halves = new ArrayList<>();
        if (now.cooldown().isEmpty()
                && own.cooldown().filter(c -> c.seconds().isEmpty()).isPresent()) {
            halves.add(half(name, "cooldown", "seconds"));
        }
        if (now.concurrency().isEmpty()
                && own.maxConcurrency().filter(c -> c.runs().isEmpty()).isPresent()) {
            halves.add(half(name, "max-concurrency", "runs"));
        }
        if (now.vote().isEmpty() && own.vote().filter(v -> v.share().isEmpty()).isPresent()) {
            halves.add(half(name, "vote", "share"));
        }
        return halves.stream();
    }

    private static String half(String name, String key, String missing) {
        return "commands." + name + "." + key + " in config.yml changes nothing: the command has no " + key + ". Add "
                + missing + " to give it one.";
    }

    /** What was typed with the wrong plugin before it. */
    private static Optional<String> ofAnotherPlugin(String name, Set<String> known) {
        String words = name.substring(name.indexOf(':') + 1);
        return known.stream().filter(other -> other.endsWith(":" + words)).min(Comparator.naturalOrder());
    }
}

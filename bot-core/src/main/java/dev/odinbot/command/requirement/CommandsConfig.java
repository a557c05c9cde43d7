package dev.odinbot.command.requirement;

import dev.odinbot.api.Between;
import dev.odinbot.api.command.Scope;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;
import dev.odinbot.config.RemainingKeys;
import dev.odinbot.signature.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The section {@code commands}: what the operator changes about what commands require. What an override does not name stays as the plugin
 * wants it.
 *
 * @param overrides by the words of a command ({@code playlist save}), of whichever plugin, or by {@code plugin:words}, which comes first
 */
public record CommandsConfig(@RemainingKeys Map<String, Change> overrides) implements Checked {

    public static final CommandsConfig NONE = new CommandsConfig(Map.of());

    private static final int MAX_SECONDS = 7 * 24 * 60 * 60;

    /**
     * What is changed about one command.
     *
     * @param rooms empty = all
     */
    public record Change(
            Optional<String> permission,
            Optional<String> grantedTo,
            Optional<Cooldown> cooldown,
            Optional<Concurrency> maxConcurrency,
            Optional<Vote> vote,
            Optional<List<String>> rooms,
            Optional<Boolean> enabled)
            implements Checked {

        @Override
        public void check(Faults faults) {
            permission
                    .filter(name -> !AnnotationReader.PERMISSION.matcher(name).matches())
                    .ifPresent(name -> faults.at("permission")
                            .add("this is no permission", "Write words with dots between, for instance music.skip."));
            grantedTo
                    .filter(name -> !AnnotationReader.GROUP.matcher(name).matches())
                    .ifPresent(name ->
                            faults.at("granted-to").add("this is no name of a group", "Write for instance moderator."));
            for (int i = 0; i < rooms.map(List::size).orElse(0); i++) {
                if (rooms.get().get(i).isBlank()) {
                    faults.at("rooms").at(i).add("the room has no name", "Write for instance Lobby.");
                }
            }
        }
    }

    /** @param seconds 0 = no cooldown */
    public record Cooldown(
            Optional<@Between(min = 0, max = MAX_SECONDS) Integer> seconds,
            Optional<@Between(min = 1, max = 1000) Integer> burst,
            Optional<Scope> per) {}

    /** @param runs 0 = any number */
    public record Concurrency(Optional<@Between(min = 0, max = 1000) Integer> runs, Optional<Scope> per) {}

    /** @param share of those present; 0 = no vote */
    public record Vote(Optional<Double> share, Optional<Boolean> requesterDecides) implements Checked {

        @Override
        public void check(Faults faults) {
            share.filter(value -> !(value >= 0 && value <= 1))
                    .ifPresent(value -> faults.at("share")
                            .add("this is no share", "Write a number from 0 to 1, for instance 0.5."));
        }
    }

    public CommandsConfig {
        overrides = Map.copyOf(overrides);
    }

    @Override
    public void check(Faults faults) {
        Map<String, String> firstByName = new HashMap<>();
        overrides.keySet().forEach(key -> {
            String first = firstByName.putIfAbsent(Names.typed(key), key);
            if (first != null) {
                faults.at(key).add("this command is already there as \"" + first + "\"", "Remove one of the two.");
            }
        });
    }
}

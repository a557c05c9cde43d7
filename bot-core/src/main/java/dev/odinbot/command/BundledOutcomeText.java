package dev.odinbot.command;

import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import dev.odinbot.text.MessageBundles;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Outcomes as sentences of the core's message bundles. */
final class BundledOutcomeText implements OutcomeText {

    /** How much of what somebody typed is shown again. */
    private static final int MAX_ECHO = 40;

    private final MessageBundles messages;

    @Inject
    BundledOutcomeText(MessageBundles messages) {
        this.messages = messages;
    }

    @Override
    public String of(CommandOutcome outcome, Room room) {
        return text(outcome, room.prefix())
                .map(text -> messages.word(text, room.locale()))
                .orElse("");
    }

    /** Not a switch: Java 17 has none over types. */
    private static Optional<Text> text(CommandOutcome outcome, String prefix) {
        if (outcome instanceof CommandOutcome.Replied replied) {
            return Optional.of(Text.of(replied.text()));
        }
        if (outcome instanceof CommandOutcome.UnknownCommand unknown) {
            return Optional.of(unknown(unknown, prefix));
        }
        if (outcome instanceof CommandOutcome.BadArguments bad) {
            return Optional.of(Text.key("arguments", bad.problem(), prefix + bad.usage()));
        }
        if (outcome instanceof CommandOutcome.Denied denied) {
            String command = prefix + denied.command();
            return Optional.of(Text.key("denied", command, denied.permission(), prefix + "why " + denied.command()));
        }
        if (outcome instanceof CommandOutcome.CoolingDown cooling) {
            Text wait = WaitText.of(cooling.waitFor());
            return Optional.of(Text.key("cooldown." + word(cooling.per()), prefix + cooling.command(), wait));
        }
        if (outcome instanceof CommandOutcome.Busy busy) {
            return Optional.of(Text.key("busy." + word(busy.per()), prefix + busy.command()));
        }
        if (outcome instanceof CommandOutcome.Voted voted) {
            String key = voted.again() ? "vote.again" : "vote.counted";
            String command = prefix + PlainText.line(voted.command(), MAX_ECHO);
            return Optional.of(Text.key(key, command, voted.voices(), voted.needed()));
        }
        if (outcome instanceof CommandOutcome.TooFast fast) {
            return Optional.of(Text.key("flood." + word(fast.per()), WaitText.of(fast.waitFor())));
        }
        if (outcome instanceof CommandOutcome.Failed failed) {
            return Optional.of(Text.key("failed", failed.errorId()));
        }
        return Optional.empty();
    }

    private static Text unknown(CommandOutcome.UnknownCommand unknown, String prefix) {
        String name = prefix + PlainText.line(unknown.name(), MAX_ECHO);
        return CommandNames.anyOf(unknown.suggestions(), prefix)
                .map(names -> Text.key("unknown.near", name, names))
                .orElseGet(() -> Text.key("unknown", name, prefix + "help"));
    }

    private static String word(Enum<?> scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}

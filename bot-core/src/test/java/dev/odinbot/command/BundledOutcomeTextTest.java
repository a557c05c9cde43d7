package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Scope;
import dev.odinbot.api.text.Text;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.GoldenFile;
import dev.odinbot.text.MessageBundles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledOutcomeTextTest {

    private static final String EVIL = "x\u202e\u0000 '{0}' " + "y".repeat(60);

    private final OutcomeText text = new BundledOutcomeText(MessageBundles.beside(CommandModule.class));
    private final FakeRoom room = new FakeRoom();

    @Test
    void of_everyOutcome_isWordedInBothLanguages() {
        StringBuilder lines = new StringBuilder();
        for (CommandOutcome outcome : outcomes()) {
            lines.append(outcome.toString().replaceAll("\\p{C}", "?")).append('\n');
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                room.setLocale(locale);
                lines.append("  ")
                        .append(locale)
                        .append(": ")
                        .append(text.of(outcome, room))
                        .append('\n');
            }
        }

        GoldenFile.assertMatches(getClass(), "every-outcome.txt", lines.toString());
    }

    @Test
    void of_otherLanguage_isEnglish() {
        room.setLocale(Locale.JAPAN);

        assertThat(text.of(new CommandOutcome.Failed("0a0b0c"), room)).startsWith("Sorry");
    }

    @Test
    void outcomes_areAllInTheGoldenFile() {
        assertThat(outcomes()).extracting(Object::getClass).contains(CommandOutcome.class.getPermittedSubclasses());
    }

    private static List<CommandOutcome> outcomes() {
        List<CommandOutcome> all = new ArrayList<>(List.of(
                new CommandOutcome.NotACommand(),
                new CommandOutcome.Silent(),
                new CommandOutcome.Replied("It is done. {0} isn't a placeholder."),
                new CommandOutcome.UnknownCommand("frobnicate", List.of()),
                new CommandOutcome.UnknownCommand("plya", List.of("play")),
                new CommandOutcome.UnknownCommand("pla", List.of("play", "playlist")),
                new CommandOutcome.UnknownCommand(EVIL, List.of("play", "playlist save", "plan")),
                new CommandOutcome.Denied("playlist save", "music.playlist.save"),
                new CommandOutcome.Voted("skip", 1, 2, false),
                new CommandOutcome.Voted("remove 3", 1, 1200, true),
                new CommandOutcome.Failed("0a0b0c")));
        Stream.of(0, 400, 1_000, 1_001, 90_000, 90_001, 5_400_000, 5_400_001, 86_400_000)
                .map(Duration::ofMillis)
                .forEach(wait -> all.add(new CommandOutcome.CoolingDown("roll", Scope.USER, wait)));
        for (Scope scope : Scope.values()) {
            all.add(new CommandOutcome.CoolingDown("roll", scope, Duration.ofSeconds(5)));
            all.add(new CommandOutcome.Busy("roll", scope));
            all.add(new CommandOutcome.TooFast(scope, Duration.ofSeconds(10)));
        }
        all.add(new CommandOutcome.BadArguments(
                "volume", Text.key("argument.range", "volume", "151", "0", "150"), "volume [volume]"));
        all.add(new CommandOutcome.BadArguments("", Text.key("argument.surplus", "now please"), "skip"));
        return all;
    }
}

package dev.odinbot.command.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Cooldown;
import dev.odinbot.api.command.MaxConcurrency;
import dev.odinbot.api.command.OnlyInRooms;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Scope;
import dev.odinbot.api.command.Vote;
import dev.odinbot.api.text.Text;
import dev.odinbot.command.CommandModule;
import dev.odinbot.command.requirement.Requirements.Ballot;
import dev.odinbot.command.requirement.Requirements.Rate;
import dev.odinbot.command.requirement.Requirements.Slots;
import dev.odinbot.testing.GoldenFile;
import dev.odinbot.text.MessageBundles;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    @SuppressWarnings("unused") // only what they declare matters
    private static final class Declared {
        void plain() {}

        @Command("all")
        @Permission(value = "Music.DJ", grantedTo = Permission.MODERATOR)
        @Cooldown(seconds = 30, burst = 3, per = Scope.ROOM)
        @MaxConcurrency(value = 2, per = Scope.GLOBAL)
        @Vote(value = 0.25, requesterDecides = false)
        @OnlyInRooms({"Lobby", "Attic"})
        void all() {}

        @Command("broken")
        @Permission("music dj")
        void broken() {}
    }

    private static Requirements read(String method, List<String> faults) {
        Method found = Arrays.stream(Declared.class.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .findAny()
                .orElseThrow();
        return Requirements.read(found, "music", "playlist save", faults);
    }

    @Test
    void read_noAnnotation_isGrantedToEveryone() {
        List<String> faults = new ArrayList<>();

        assertThat(read("plain", faults))
                .isEqualTo(Requirements.none("music", "playlist save"))
                .isEqualTo(new Requirements(
                        "music:playlist save",
                        "music.playlist.save",
                        "everyone",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        true));
        assertThat(faults).isEmpty();
    }

    @Test
    void read_everyAnnotation_isTaken() {
        assertThat(read("all", new ArrayList<>()))
                .isEqualTo(new Requirements(
                        "music:playlist save",
                        "music.dj",
                        "moderator",
                        Optional.of(new Rate(Duration.ofSeconds(30), 3, Scope.ROOM)),
                        Optional.of(new Slots(2, Scope.GLOBAL)),
                        Optional.of(new Ballot(0.25, false, Vote.Undoes.NONE)),
                        List.of("Lobby", "Attic"),
                        true));
    }

    @Test
    void read_noPermission_isAFault() {
        List<String> faults = new ArrayList<>();

        read("broken", faults);

        assertThat(faults)
                .containsExactly("has a @Permission where 'music dj' is no permission: words with dots between, as in"
                        + " music.skip");
    }

    @Test
    void describe_everyKind_inEveryLanguage() {
        List<Text> sentences = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            sentences.add(ConditionText.of(new Rate(Duration.ofSeconds(1), 1, scope)));
            sentences.add(ConditionText.of(new Rate(Duration.ofSeconds(30), 2, scope)));
            sentences.add(ConditionText.of(new Rate(Duration.ofHours(2), 3, scope)));
            sentences.add(ConditionText.of(new Slots(1, scope)));
            sentences.add(ConditionText.of(new Slots(2, scope)));
        }
        sentences.addAll(read("all", new ArrayList<>()).describe());
        for (Vote.Undoes undoes : Vote.Undoes.values()) {
            sentences.add(ConditionText.of(new Ballot(0.5, true, undoes)));
        }
        sentences.add(new Condition.InRoom(false, List.of()).text());
        sentences.add(new Condition.HasPermission(false, "music.dj", List.of("moderator", "owner")).text());
        sentences.add(new Condition.HasPermission(false, "music.dj", List.of()).text());
        MessageBundles messages = MessageBundles.beside(CommandModule.class);
        StringBuilder worded = new StringBuilder();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            sentences.forEach(
                    sentence -> worded.append(messages.word(sentence, locale)).append('\n'));
        }

        GoldenFile.assertMatches(RequirementsTest.class, "requirements.txt", worded.toString());
    }
}

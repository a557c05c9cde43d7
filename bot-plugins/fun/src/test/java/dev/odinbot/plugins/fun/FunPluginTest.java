package dev.odinbot.plugins.fun;

import static dev.odinbot.testing.TestKit.assertThat;

import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.PluginRules;
import dev.odinbot.testing.Transcript;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FunPluginTest {

    private static final String POLL = "!poll \"Which music?\" rock jazz \"drum and bass\" --time 2m";

    private final FakeRoom room = new FakeRoom();

    @BeforeEach
    void startPlugin() throws Exception {
        room.start("fun", FunPlugin.class);
    }

    @Test
    void roll_dice_tellsEachAndTheSum() {
        room.peer("Anna").says("!roll 2d6+1");
        assertThat(room).repliedMatching("Anna rolls 2d6\\+1: [1-6] \\+ [1-6] \\+ 1 = \\d+");

        room.peer("Anna").says("!roll");
        assertThat(room).repliedMatching("Anna rolls d6: [1-6]");
    }

    @Test
    void roll_noDice_isRefusedInBothLanguages() {
        transcript()
                .says("Anna", "!roll 2d", "!roll 0d6", "!roll d1", "!roll d6+5000")
                .then("now in German", () -> room.setLocale(Locale.GERMAN))
                .says("Anna", "!roll 2d", "!roll 0d6", "!roll d1", "!roll d6+5000")
                .matches(getClass(), "dice.txt");
    }

    @Test
    void choose_severalThings_namesOne() {
        room.peer("Anna").says("!choose tea \"hot chocolate\"");
        assertThat(room).repliedMatching("I choose (tea|hot chocolate)\\.");

        room.peer("Anna").says("!choose tea");
        assertThat(room).repliedContaining("at least two");
    }

    @Test
    void poll_fromQuestionToEnd_countsOneVoiceAUser() {
        transcript()
                .says("Anna", "!poll results", "!vote 1", POLL, "!vote 4", "!vote 1")
                .says("Bert", "!poll Another? yes no", "!vote 1", "!vote 3", "!vote 3")
                .says("Clara", "!vote 3", "!poll results", "!poll close")
                .elapse(Duration.ofSeconds(119))
                .elapse(Duration.ofSeconds(1))
                .says("Bert", "!vote 1")
                .matches(getClass(), "poll.txt");
    }

    @Test
    void poll_inGerman_isGerman() {
        room.setLocale(Locale.GERMAN);
        transcript()
                .says("Anna", "!poll results", POLL, "!vote 2")
                .says("Bert", "!vote 2", "!vote 1", "!poll results", "!poll close")
                .says("Anna", "!poll close")
                .matches(getClass(), "poll-german.txt");
    }

    @Test
    void poll_sameUserTwiceInTheRoom_hasOneVoice() {
        room.peer("Anna").says(POLL).says("!vote 1");
        room.peer("Anna on the phone", "Anna").says("!vote 2").says("!poll results");

        assertThat(room).repliedContaining("One voice so far").repliedContaining("2. jazz\n■■■■■■■■■■ 1 (100%)");
    }

    @Test
    void poll_close_byModerator_endsIt() {
        room.peer("Anna").says(POLL);
        room.peer("Mod").isA("moderator").says("!poll close");
        assertThat(room).repliedContaining("The poll is over: Which music?");

        room.elapse(Duration.ofHours(1));
        assertThat(room).saidNothing();
    }

    @Test
    void poll_closedAndAskedAgain_endsAtItsOwnTime() {
        room.peer("Anna").says(POLL).says("!poll close").says("!poll Second? yes no --time 3m");

        room.elapse(Duration.ofSeconds(179));
        assertThat(room).saidNothing();
        room.elapse(Duration.ofSeconds(1));
        assertThat(room).repliedContaining("The poll is over: Second?");
    }

    @Test
    void poll_askedAgain_byItsAuthorOrAModerator_takesThePlace() {
        room.peer("Anna").says(POLL).says("!vote 1").says("!poll Second? yes no --time 1h");
        assertThat(room)
                .repliedContaining("The poll is over: Which music?\n1. rock\n■■■■■■■■■■ 1 (100%)")
                .repliedContaining("Anna asks: Second?");
        room.elapse(Duration.ofMinutes(2));
        assertThat(room).saidNothing();

        room.peer("Bert").says("!poll Third? yes no");
        assertThat(room).repliedContaining("There is a poll already.");
        room.peer("Mod").isA("moderator").says("!poll Third? yes no");
        assertThat(room).repliedContaining("The poll is over: Second?").repliedContaining("Mod asks: Third?");
    }

    @Test
    void poll_forLongerThanTwoHours_isRefused() {
        room.peer("Anna").says("!poll Long? yes no --time 2h1s");
        assertThat(room).replied("A poll takes from 10 seconds to 2 hours.");
    }

    @Test
    void poll_twoRooms_haveTheirOwn() {
        FakeRoom hall = room.another("Hall");
        room.peer("Anna").says(POLL);
        hall.peer("Bert").says("!poll Hungry? yes no --time 1m");
        assertThat(hall).repliedContaining("Bert asks: Hungry?");

        room.elapse(Duration.ofMinutes(1));
        assertThat(hall).repliedContaining("The poll is over: Hungry?");
        assertThat(room).saidNothing();
    }

    @Test
    void poll_badQuestions_areRefused() {
        room.peer("Anna").says("!poll Alone? yes");
        assertThat(room).replied("A poll has 2 to 10 answers; one of several words goes in quotes.");
        room.peer("Anna").says("!poll Q? 1 2 3 4 5 6 7 8 9 10 11");
        assertThat(room).repliedContaining("2 to 10 answers");
        room.peer("Anna").says("!poll Short? yes no --time 9s");
        assertThat(room).replied("A poll takes from 10 seconds to 2 hours.");
    }

    @Test
    void poll_pluginStopped_saysNothingAtItsEnd() {
        room.peer("Anna").says(POLL);
        room.stop("fun");

        room.elapse(Duration.ofHours(1));
        assertThat(room).saidNothing();
    }

    @Test
    void help_inGerman_isGerman() {
        room.setLocale(Locale.GERMAN);
        room.peer("Olga").isA("owner");
        new Transcript(room)
                .says(
                        "Olga",
                        "!help roll",
                        "!help choose",
                        "!help poll",
                        "!help vote",
                        "!help poll results",
                        "!help poll close")
                .matches(getClass(), "help-german.txt");
    }

    @Test
    void imports_onlyTheApi() {
        PluginRules.assertImportsOnlyTheApi(FunPlugin.class);
    }

    private Transcript transcript() {
        return new Transcript(room);
    }
}

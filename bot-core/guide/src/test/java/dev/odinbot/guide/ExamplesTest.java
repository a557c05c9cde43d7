package dev.odinbot.guide;

import static dev.odinbot.testing.TestKit.assertThat;

import dev.odinbot.testing.FakePlayer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.Sound;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The tests that the guide shows, and what its transcripts do not. */
class ExamplesTest {

    private final FakeRoom room = new FakeRoom();

    ExamplesTest() throws Exception {
        room.start("dice", DicePlugin.class);
    }

    // guide: test
    @Test
    void roll_ofTooManyDice_isRefused() {
        room.peer("Anna").says("!throw 21");

        assertThat(room).repliedContaining("must be from 1 to 20, not 21");
    }
    // end

    // guide: time
    @Test
    void remind_saysItWhenItsTimeHasCome() throws Exception {
        room.start("countdown", CountdownPlugin.class);
        room.peer("Anna").says("!remind 10m tea");

        room.elapse(Duration.ofMinutes(10));

        assertThat(room).replied("Remember: tea");
    }
    // end

    // guide: sound
    @Test
    void jukebox_playsUntilSomebodyPauses() {
        room.register("jukebox", new Jukebox());
        room.player().sounds("gong", Sound.tone(440, 0.5, Duration.ofSeconds(3)));

        room.peer("Anna").says("!jukebox gong");
        room.elapse(Duration.ofSeconds(2));
        assertThat(room).heard(Duration.ofSeconds(2)).heardTone(440, 0.5);

        room.player().pause();
        room.elapse(Duration.ofMinutes(1));
        assertThat(room).heardNothing();
    }
    // end

    @Test
    void out_asModerator_kicks() {
        room.register("house", new House(room.moderation()));
        room.peer("Ben");

        room.peer("Anna").isA("moderator").says("!out ben");

        assertThat(room).replied("Gone.");
        Assertions.assertThat(room.moderation().asked()).containsExactly("kick Ben from Lobby");
    }

    @Test
    void stretch_isSaidWhileSomebodyIsThereAndMusicPlays() throws Exception {
        room.register("doorman", new Doorman());
        room.peer("Anna");
        room.elapse(Duration.ofMinutes(30));
        assertThat(room).saidNothing();
        room.player().add(FakePlayer.station("Radio", ""));

        room.elapse(Duration.ofMinutes(30));

        assertThat(room).replied("Time to stretch.");
    }

    @Test
    void thanks_areAnsweredToTheOneWhoGaveThem() throws Exception {
        room.register("doorman", new Doorman());

        var anna = room.peer("Anna").says("thank you, bot");

        assertThat(room).told(anna, "You are welcome.");
    }
}

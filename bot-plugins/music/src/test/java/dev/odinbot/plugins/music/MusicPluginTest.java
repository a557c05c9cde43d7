package dev.odinbot.plugins.music;

import static dev.odinbot.testing.TestKit.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.audio.LoadOutcome.Failed;
import dev.odinbot.api.audio.LoadOutcome.NoMatch;
import dev.odinbot.api.audio.LoadOutcome.PlaylistQueued;
import dev.odinbot.api.audio.LoadOutcome.Refused;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakePlayer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.PluginRules;
import dev.odinbot.testing.Sound;
import dev.odinbot.testing.Transcript;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MusicPluginTest {

    private final FakeRoom room = new FakeRoom();
    private final FakePlayer player = room.player();
    private final Transcript transcript = new Transcript(room);

    @BeforeEach
    void startPlugin() throws Exception {
        room.start("music", new MusicPlugin());
    }

    @Test
    void playback_fromStartToStop_isAnsweredShortly() {
        transcript
                .says("Anna", "!play demo", "!p My  other \"song\"", "!play third", "!nowplaying")
                .then("83 seconds pass", () -> player.elapse(Duration.ofSeconds(83)))
                .says("Anna", "!np", "!pause", "!pause", "!np", "!resume", "!resume", "!skip", "!s", "!skip", "!skip")
                .says("Anna", "!play demo", "!stop", "!stop", "!pause", "!resume", "!np")
                .matches(getClass(), "playback.txt");
    }

    @Test
    void play_everyOutcome_isOneLine() {
        player.answers("list", new PlaylistQueued("Summer\nhits", 500, 0, 0));
        player.answers("more", new PlaylistQueued("", 1, 20, 12));
        player.answers("nothing", new NoMatch("nothing"));
        player.answers("secret", new Refused("../secret", Text.key("host.play.outside-library")));
        player.answers("gone", new Failed("http://host/gone.mp3", Text.key("host.play.status.missing", "404")));
        player.answers("rude", new NoMatch("a\u0000b\u202e\n" + "x".repeat(500)));

        transcript.says(
                "Anna", "!play list", "!play more", "!play nothing", "!play secret", "!play gone", "!play rude");

        assertThat(room.replies()).hasSize(6).noneMatch(reply -> reply.contains("\n"));
        transcript.matches(getClass(), "outcomes.txt");
    }

    @Test
    void queue_ofManyTracks_isPaged() {
        for (int i = 0; i <= 23; i++) {
            player.add(FakePlayer.track("Song " + i, "Anna"));
        }

        transcript
                .says(
                        "Anna",
                        "!queue",
                        "!q 3",
                        "!queue 4",
                        "!queue 0",
                        "!queue x",
                        "!remove 23",
                        "!remove 23",
                        "!remove first")
                .says("Anna", "!clear", "!clear", "!queue", "!remove 1", "!stop", "!queue")
                .matches(getClass(), "queue.txt");
    }

    @Test
    void nowPlaying_radio_showsWhatIsOnAir() {
        player.add(FakePlayer.station("Radio One", ""));
        player.add(FakePlayer.station("Radio Two", "Bert"));

        transcript
                .then("an hour and a second pass", () -> player.elapse(Duration.ofSeconds(3601)))
                .says("Anna", "!np")
                .then("the station names a song", () -> player.streamTitle(" Artist -\tSong "))
                .says("Anna", "!np", "!queue")
                .then("a track comes behind it", () -> player.add(FakePlayer.track("Song", "Anna")))
                .says("Anna", "!queue", "!skip", "!np")
                .matches(getClass(), "radio.txt");
    }

    @Test
    void titles_fromTheInternet_stayOnTheirLine() {
        player.add(new TrackInfo(
                "x",
                "Title\r\n!stop\u202e \u001b[31m" + "y".repeat(500),
                "Some\nbody",
                Optional.of(Duration.ofSeconds(5)),
                Optional.of(new Requester(new UserId("Anna"), "An\nna"))));

        transcript.says("Anna", "!np").matches(getClass(), "titles.txt");
    }

    @Test
    void volume_isShownAndSet() {
        transcript
                .says(
                        "Anna",
                        "!volume",
                        "!vol 80",
                        "!volume",
                        "!volume 0",
                        "!volume 150",
                        "!volume 151",
                        "!volume loud",
                        "!volume 80 %")
                .matches(getClass(), "volume.txt");
        assertThat(player.volume()).isEqualTo(150);
    }

    @Test
    void play_requester_isWhoAsked() {
        room.peer("Bert").says("!play demo");

        assertThat(player.nowPlaying())
                .hasValueSatisfying(
                        now -> assertThat(now.track().requester()).hasValue(new Requester(new UserId("Bert"), "Bert")));
        room.peer("Anna").says("!np");
        assertThat(room.lastReply()).startsWith("Playing: demo, asked for by Bert\n");
    }

    @Test
    void skip_trackOfSomebodyElse_needsHalfOfThosePresent() {
        room.peer("Clara");
        room.peer("Dora");
        transcript
                .says("Anna", "!play first", "!play second", "!play third")
                .says("Bert", "!skip", "!skip")
                .says("Clara", "!skip")
                .says("Anna", "!skip")
                .then("a moderator comes", () -> room.peer("Mod").isA("moderator"))
                .says("Bert", "!skip")
                .says("Mod", "!skip")
                .matches(getClass(), "votes.txt");
    }

    @Test
    void stopClearRemove_ofWhatOthersAskedFor_needHalfOfThosePresent() {
        room.peer("Clara");
        transcript
                .says("Anna", "!stop", "!clear", "!remove 1", "!play first", "!play second", "!play third")
                .says("Anna", "!remove 2", "!clear", "!play fourth")
                .says("Bert", "!play mine", "!remove 2", "!remove 9", "!remove 1", "!clear", "!stop", "!play mine")
                .says("Anna", "!stop", "!stop")
                .says("Bert", "!play mine", "!stop", "!play mine", "!play other")
                .says("Anna", "!remove 1", "!why stop")
                .says("Clara", "!remove 1")
                .then("a moderator comes", () -> room.peer("Mod").isA("moderator"))
                .says("Mod", "!stop", "!help stop")
                .matches(getClass(), "undoing.txt");
    }

    @Test
    void stop_aloneOrWithOneOther_stopsAtOnce() {
        player.add(FakePlayer.track("Song", "somebody who left"));
        room.peer("Anna").says("!stop");
        assertThat(room.lastReply()).isEqualTo("Stopped, and the queue is empty.");

        room.peer("Bert").says("!play demo");
        room.peer("Anna").says("!stop");
        assertThat(room.lastReply()).isEqualTo("Stopped, and the queue is empty.");
    }

    @Test
    void playback_isHeardAsItIsAskedFor() {
        player.sounds("low", Sound.tone(220, 0.5, Duration.ofSeconds(2)));
        player.sounds("high", Sound.tone(880, 0.5, Duration.ofSeconds(2)));
        FakePeer anna = room.peer("Anna").says("!play low").says("!play high");

        room.elapse(Duration.ofSeconds(1));
        assertThat(room).heard(Duration.ofSeconds(1)).heardTone(220, 0.5);

        anna.says("!volume 40");
        room.elapse(Duration.ofMillis(500));
        assertThat(room).heardTone(220, 0.2);

        anna.says("!pause");
        room.elapse(Duration.ofMinutes(1));
        assertThat(room).heardNothing();

        anna.says("!resume").says("!skip");
        room.elapse(Duration.ofMinutes(1));
        assertThat(room).heard(Duration.ofSeconds(2)).heardTone(880, 0.2);
    }

    @Test
    void stop_endsTheSound() {
        player.sounds("low", Sound.tone(220, 0.5, Duration.ofSeconds(2)));
        room.peer("Anna").says("!play low").says("!stop");

        room.elapse(Duration.ofSeconds(1));

        assertThat(room).heardNothing();
    }

    @Test
    void replies_inGerman_areGerman() {
        room.setLocale(Locale.GERMAN);
        player.answers("list", new PlaylistQueued("Summer", 500, 3, 0));
        player.answers("more", new PlaylistQueued("", 12, 0, 7));
        player.answers("nothing", new NoMatch("nothing"));
        transcript
                .says("Anna", "!np", "!play demo", "!play second", "!play list", "!play more", "!play nothing", "!np")
                .says("Anna", "!pause", "!pause", "!np", "!resume", "!resume", "!queue", "!queue 2", "!skip", "!queue")
                .says("Anna", "!play one", "!remove 5", "!remove 1", "!clear", "!play two", "!clear", "!stop")
                .says("Anna", "!volume", "!volume 80%", "!volume 200")
                .matches(getClass(), "german.txt");
    }

    @Test
    void help_inGerman_isGerman() {
        room.setLocale(Locale.GERMAN);
        room.peer("Olga").isA("owner");
        new Transcript(room)
                .says(
                        "Olga",
                        "!help play",
                        "!help stop",
                        "!help skip",
                        "!help pause",
                        "!help resume",
                        "!help np",
                        "!help queue",
                        "!help remove",
                        "!help clear",
                        "!help volume")
                .matches(getClass(), "help-german.txt");
    }

    @Test
    void imports_onlyTheApi() {
        PluginRules.assertImportsOnlyTheApi(MusicPlugin.class);
    }
}

package dev.odinbot.command.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Vote;
import dev.odinbot.command.requirement.Requirements.Ballot;
import dev.odinbot.command.requirement.Votes.Count;
import dev.odinbot.command.requirement.Votes.Motion;
import dev.odinbot.command.requirement.Votes.Scene;
import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakePlayer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.FakeTicker;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VotesTest {

    private static final Ballot ALL = new Ballot(1, true, Vote.Undoes.NONE);

    private final FakeTicker ticker = new FakeTicker();
    private final Votes votes = new Votes(ticker);
    private final FakeRoom room = new FakeRoom();
    private final FakePeer anna = room.peer("anna");
    private final FakePeer bert = room.peer("bert");
    private final FakePeer cora = room.peer("cora");
    private final FakePlayer player = room.player();

    private Count add(FakePeer voter) {
        return add("music:skip", "", voter);
    }

    private Count add(String command, String arguments, FakePeer voter) {
        return votes.add(
                new Motion(room.id(), command, arguments),
                ALL,
                Scene.of(room, player, Optional.empty()),
                voter.peer().userId());
    }

    private Count count(String command) {
        return votes.count(room.id(), command, ALL, Scene.of(room, player, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 1",
        "0.5, 2, 1",
        "0.5, 3, 2",
        "0.5, 4, 2",
        "0.5, 5, 3",
        "1, 7, 7",
        "0.01, 10, 1",
        "0.3333333333333333, 3, 1",
        "0.1, 30, 3",
        "0.7, 10, 7",
        "0.5, 0, 1"
    })
    void needed_isTheShareRoundedUp(double share, int present, int needed) {
        assertThat(Votes.needed(new Ballot(share, true, Vote.Undoes.NONE), present))
                .isEqualTo(needed);
    }

    @Test
    void add_userWithSeveralPeers_hasOneVoiceAndCountsOnce() {
        FakePeer tab = room.peer("anna on the phone", "anna");

        assertThat(add(anna)).isEqualTo(new Count(1, 3, false));
        assertThat(add(tab)).isEqualTo(new Count(1, 3, true));
        tab.leaves();
        assertThat(add(bert)).isEqualTo(new Count(2, 3, false));
    }

    @Test
    void add_whoLeaves_losesTheVoice_evenIfTheyComeBack() {
        add(anna);
        anna.leaves();
        assertThat(add(bert)).isEqualTo(new Count(1, 2, false));

        anna.joins();
        assertThat(add(cora)).isEqualTo(new Count(2, 3, false));
        assertThat(add(anna)).isEqualTo(new Count(3, 3, false));
    }

    @Test
    void add_whoLeavesAndComesBackBetweenTwoVoices_losesTheVoice() {
        add(anna);
        anna.leaves();
        anna.joins();

        assertThat(add(bert)).isEqualTo(new Count(1, 3, false));
    }

    @Test
    void add_aMinuteWithoutANewVoice_endsTheVote() {
        add(anna);
        ticker.advance(Duration.ofSeconds(59));
        assertThat(add(bert)).isEqualTo(new Count(2, 3, false));
        ticker.advance(Duration.ofSeconds(59));
        assertThat(add(bert)).as("no new voice").isEqualTo(new Count(2, 3, true));
        ticker.advance(Duration.ofSeconds(1));

        assertThat(add(cora)).isEqualTo(new Count(1, 3, false));
    }

    @Test
    void add_anotherTrack_endsTheVote() {
        player.add(FakePlayer.track("One", ""));
        player.add(FakePlayer.track("Two", ""));
        add(anna);
        player.elapse(Duration.ofSeconds(20));
        assertThat(add(bert)).isEqualTo(new Count(2, 3, false));

        player.skip();

        assertThat(add(cora)).isEqualTo(new Count(1, 3, false));
    }

    @Test
    void add_otherTrackAtThePositionMeanwhile_isAnotherVote() {
        Motion third = new Motion(room.id(), "music:remove", "3");
        votes.add(third, ALL, at("One"), anna.peer().userId());

        assertThat(votes.add(third, ALL, at("One"), bert.peer().userId())).isEqualTo(new Count(2, 3, false));
        assertThat(votes.add(third, ALL, at("Two"), cora.peer().userId())).isEqualTo(new Count(1, 3, false));
    }

    private Scene at(String title) {
        return Scene.of(room, player, Optional.of(FakePlayer.track(title, "")));
    }

    @Test
    void add_sameTrackAgain_endsTheVote() {
        player.add(FakePlayer.track("One", ""));
        player.add(FakePlayer.track("One", ""));
        player.elapse(Duration.ofSeconds(20));
        add(anna);

        player.skip();

        assertThat(add(bert)).isEqualTo(new Count(1, 3, false));
    }

    @Test
    void end_isTheEndOfThatVoteOnly() {
        add(anna);
        add("fun:spin", "", anna);
        votes.end(new Motion(room.id(), "music:skip", ""));

        assertThat(count("music:skip")).isEqualTo(new Count(0, 3, false));
        assertThat(count("fun:spin")).isEqualTo(new Count(1, 3, false));
        ticker.advance(Votes.LIFETIME);
        add("fun:other", "", anna);
        assertThat(votes.size()).isEqualTo(1);
    }

    @Test
    void add_otherArguments_isAnotherVote() {
        assertThat(add("fun:kick", "bert", anna)).isEqualTo(new Count(1, 3, false));
        assertThat(add("fun:kick", "anna", bert)).isEqualTo(new Count(1, 3, false));
        assertThat(add("fun:kick", " bert ", cora)).isEqualTo(new Count(2, 3, false));

        assertThat(count("fun:kick")).as("that with most voices").isEqualTo(new Count(2, 3, false));
    }

    @Test
    void add_whoIsNotPresent_hasNoVoice() {
        anna.leaves();

        assertThat(add(anna)).isEqualTo(new Count(0, 2, false));
        assertThat(votes.size()).isZero();
    }

    @Test
    void count_changesNothing() {
        player.add(FakePlayer.track("One", ""));
        add(anna);
        player.elapse(Duration.ofSeconds(20));
        Scene later = Scene.of(room, player, Optional.empty());
        votes.count(
                room.id(),
                "music:skip",
                ALL,
                new Scene(later.present(), later.track(), Duration.ofHours(1), Optional.empty()));

        assertThat(add(bert)).isEqualTo(new Count(2, 3, false));
    }

    @Test
    void add_playerAskedEarlierThanForTheLastVoice_isTheSameTrack() {
        player.add(FakePlayer.track("One", ""));
        player.elapse(Duration.ofMillis(20));
        Scene earlier = Scene.of(room, player, Optional.empty());
        player.elapse(Duration.ofMillis(20));
        add(anna);

        assertThat(votes.add(
                        new Motion(room.id(), "music:skip", ""),
                        ALL,
                        earlier,
                        bert.peer().userId()))
                .isEqualTo(new Count(2, 3, false));
    }
}

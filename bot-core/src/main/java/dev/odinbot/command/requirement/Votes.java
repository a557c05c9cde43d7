package dev.odinbot.command.requirement;

import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.command.requirement.Requirements.Ballot;
import dev.odinbot.signature.Names;
import dev.odinbot.time.Ticker;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The votes that are going on. Who wants to decide and act in one step holds the monitor of this object meanwhile. */
final class Votes {

    /** Without a new voice. */
    static final Duration LIFETIME = Duration.ofMinutes(1);

    /** By which a position may lie before an earlier one: voices may be counted in another order than the player was asked. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final Map<Motion, Vote> votes = new HashMap<>();

    /**
     * What is voted about.
     *
     * @param arguments as typed, blanks aside: a voice for one thing is none for another
     */
    record Motion(RoomId room, String command, String arguments) {
        Motion {
            arguments = Names.blanks(arguments);
        }
    }

    /**
     * What a vote depends on, as it was at one moment.
     *
     * @param present the users, with their peers
     * @param track that plays
     * @param named the track that the arguments name, for a command that is about one
     */
    record Scene(
            Map<UserId, Set<PeerId>> present, Optional<TrackInfo> track, Duration position, Optional<TrackInfo> named) {
        static Scene of(Room room, Player player, Optional<TrackInfo> named) {
            Optional<NowPlaying> playing = player.nowPlaying();
            return new Scene(
                    room.peers().stream()
                            .collect(Collectors.groupingBy(
                                    Peer::userId, Collectors.mapping(Peer::id, Collectors.toSet()))),
                    playing.map(NowPlaying::track),
                    playing.map(NowPlaying::position).orElse(Duration.ZERO),
                    named);
        }
    }

    /**
     * @param voices of those who are present, counted once each
     * @param needed voices altogether
     * @param again whether the last voice had been counted before
     */
    record Count(int voices, int needed, boolean again) {
        boolean enough() {
            return voices >= needed;
        }
    }

    private static final class Vote {
        /** By user id the peers that it had then: one of them must still be there, or the user has been away. */
        private final Map<UserId, Set<PeerId>> voices = new HashMap<>();

        private Scene last;
        private long lastVoiceNanos;

        Vote(Scene scene) {
            last = scene;
        }

        /** Started over is another one: then the position has gone back. */
        boolean sameTrack(Scene now) {
            return now.track().equals(last.track())
                    && now.position().plus(SLACK).compareTo(last.position()) >= 0;
        }

        /** Those who have voted and not been away since. */
        Set<UserId> present(Scene now) {
            return voices.keySet().stream()
                    .filter(user -> !Collections.disjoint(
                            voices.get(user), now.present().getOrDefault(user, Set.of())))
                    .collect(Collectors.toSet());
        }
    }

    Votes(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Counts the voice of {@code voter}, which is none when it is not present. */
    synchronized Count add(Motion motion, Ballot ballot, Scene scene, UserId voter) {
        long now = ticker.nanos();
        votes.values().removeIf(vote -> over(vote, now));
        Vote vote = Optional.ofNullable(votes.get(motion))
                .filter(going -> going.sameTrack(scene) && going.last.named().equals(scene.named()))
                .orElseGet(() -> new Vote(scene));
        vote.last = scene;
        vote.voices.keySet().retainAll(vote.present(scene));
        boolean again = vote.voices.containsKey(voter);
        if (!again && scene.present().containsKey(voter)) {
            vote.voices.put(voter, scene.present().get(voter));
            vote.lastVoiceNanos = now;
            votes.put(motion, vote);
        }
        return new Count(vote.voices.size(), needed(ballot, scene), again);
    }

    /** How the vote stands, of several that with most voices; counts nothing. */
    synchronized Count count(RoomId room, String command, Ballot ballot, Scene scene) {
        int voices = going(room, command, scene).mapToInt(Set::size).max().orElse(0);
        return new Count(voices, needed(ballot, scene), false);
    }

    /** Whether the command would run if {@code voter} called it now; counts nothing. */
    synchronized boolean isLast(RoomId room, String command, Ballot ballot, Scene scene, UserId voter) {
        int with = going(room, command, scene)
                .mapToInt(voices -> voices.size() + (voices.contains(voter) ? 0 : 1))
                .max()
                .orElse(1);
        return scene.present().containsKey(voter) && with >= needed(ballot, scene);
    }

    /** The voices of each vote about the command. */
    private Stream<Set<UserId>> going(RoomId room, String command, Scene scene) {
        long now = ticker.nanos();
        return votes.entrySet().stream()
                .filter(going -> going.getKey().room().equals(room)
                        && going.getKey().command().equals(command))
                .map(Map.Entry::getValue)
                .filter(vote -> !over(vote, now) && vote.sameTrack(scene))
                .map(vote -> vote.present(scene));
    }

    /** The command runs: what was voted has been done. */
    synchronized void end(Motion motion) {
        votes.remove(motion);
    }

    private static boolean over(Vote vote, long now) {
        return now - vote.lastVoiceNanos >= LIFETIME.toNanos();
    }

    private static int needed(Ballot ballot, Scene scene) {
        return needed(ballot, scene.present().size());
    }

    /** A third of three is one, whatever a double makes of it. */
    static int needed(Ballot ballot, int present) {
        return Math.max(1, (int) Math.ceil(ballot.share() * present - 1e-6));
    }

    synchronized int size() {
        return votes.size();
    }
}

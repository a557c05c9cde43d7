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
import dev.odinbot.time.Ticker;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The votes that are going on, one a room and command. */
final class Votes {

    /** Without a new voice. */
    static final Duration LIFETIME = Duration.ofMinutes(1);

    private final Ticker ticker;
    private final Map<Key, Vote> votes = new HashMap<>();

    private record Key(RoomId room, String command) {}

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

        private final Optional<TrackInfo> track;
        private Duration position;
        private long lastVoiceNanos;

        Vote(Player player) {
            track = player.nowPlaying().map(NowPlaying::track);
            position = position(player);
        }

        /** Started over counts too: then the position has gone back. */
        boolean sameTrack(Player player) {
            Duration now = position(player);
            boolean same = player.nowPlaying().map(NowPlaying::track).equals(track) && now.compareTo(position) >= 0;
            position = now;
            return same;
        }

        /** Those who have voted and not been away since. */
        Set<UserId> present(Map<UserId, Set<PeerId>> now) {
            return voices.keySet().stream()
                    .filter(user -> !Collections.disjoint(voices.get(user), now.getOrDefault(user, Set.of())))
                    .collect(Collectors.toSet());
        }

        private static Duration position(Player player) {
            return player.nowPlaying().map(NowPlaying::position).orElse(Duration.ZERO);
        }
    }

    Votes(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Counts the voice of {@code voter}, which is none when it is not present. */
    synchronized Count add(String command, Ballot ballot, Room room, Player player, UserId voter) {
        long now = ticker.nanos();
        votes.values().removeIf(vote -> over(vote, now));
        Key key = new Key(room.id(), command);
        Optional<Vote> going = Optional.ofNullable(votes.get(key)).filter(vote -> vote.sameTrack(player));
        Vote vote = going.orElseGet(() -> new Vote(player));
        Map<UserId, Set<PeerId>> present = present(room);
        vote.voices.keySet().retainAll(vote.present(present));
        boolean again = vote.voices.containsKey(voter) || !present.containsKey(voter);
        if (!again) {
            vote.voices.put(voter, present.get(voter));
            vote.lastVoiceNanos = now;
            votes.put(key, vote);
        }
        return new Count(vote.voices.size(), needed(ballot, present.size()), again);
    }

    /** How the vote stands; counts nothing. */
    synchronized Count count(String command, Ballot ballot, Room room, Player player) {
        Map<UserId, Set<PeerId>> present = present(room);
        int voices = Optional.ofNullable(votes.get(new Key(room.id(), command)))
                .filter(vote -> !over(vote, ticker.nanos()) && vote.sameTrack(player))
                .map(vote -> vote.present(present).size())
                .orElse(0);
        return new Count(voices, needed(ballot, present.size()), false);
    }

    /** The command runs: what was voted has been done. */
    synchronized void end(String command, Room room) {
        votes.remove(new Key(room.id(), command));
    }

    private static boolean over(Vote vote, long now) {
        return now - vote.lastVoiceNanos >= LIFETIME.toNanos();
    }

    private static Map<UserId, Set<PeerId>> present(Room room) {
        return room.peers().stream()
                .collect(Collectors.groupingBy(Peer::userId, Collectors.mapping(Peer::id, Collectors.toSet())));
    }

    /** A third of three is one, whatever a double makes of it. */
    static int needed(Ballot ballot, int present) {
        return Math.max(1, (int) Math.ceil(ballot.share() * present - 1e-6));
    }

    synchronized int size() {
        return votes.size();
    }
}

package dev.odinbot.command.requirement;

import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.command.Vote;
import dev.odinbot.api.room.UserId;
import dev.odinbot.command.requirement.Requirements.Ballot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a call of a command that is voted about would take from those who asked for it.
 *
 * @param tracks of a command that is about none, the playing one
 */
record Undone(Vote.Undoes what, List<TrackInfo> tracks) {

    /** @param position that the call names; empty = whichever */
    static Undone of(Ballot ballot, Player player, OptionalInt position) {
        List<TrackInfo> waiting = player.queue().tracks();
        List<TrackInfo> tracks = switch (ballot.undoes()) {
            case NONE, PLAYING -> playing(player).toList();
            case WAITING -> waiting;
            case ALL -> Stream.concat(playing(player), waiting.stream()).toList();
            case AT_POSITION -> position.isEmpty() ? waiting : at(position.getAsInt(), waiting);
        };
        return new Undone(ballot.undoes(), tracks);
    }

    private static Stream<TrackInfo> playing(Player player) {
        return player.nowPlaying().map(NowPlaying::track).stream();
    }

    private static List<TrackInfo> at(int position, List<TrackInfo> waiting) {
        return position < 1 || position > waiting.size() ? List.of() : List.of(waiting.get(position - 1));
    }

    /** Whether the command is about tracks of which there are none, so that nobody need be asked. */
    boolean nothing() {
        return what != Vote.Undoes.NONE && tracks.isEmpty();
    }

    /** Whether all of it was asked for by that user. */
    boolean isOf(UserId user) {
        return !tracks.isEmpty()
                && tracks.stream()
                        .allMatch(track -> track.requester()
                                .filter(requester -> requester.userId().equals(user))
                                .isPresent());
    }

    /** The track that the call's position names: with another one there the vote is another. */
    Optional<TrackInfo> named() {
        return what == Vote.Undoes.AT_POSITION ? tracks.stream().findFirst() : Optional.empty();
    }
}

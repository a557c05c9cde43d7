package dev.odinbot.testing;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.text.MessageBundles;
import java.util.List;

/** Somebody for whom the test speaks in a {@link FakeRoom}. Each method returns when the bot has done what it does at once. */
public final class FakePeer {

    private final FakeRoom room;
    private volatile Peer peer;

    FakePeer(FakeRoom room, UserId userId, String name) {
        this.room = room;
        peer = new Peer(new PeerId(0), userId, named(name, userId), List.of());
    }

    private static UserData named(String name, UserId userId) {
        return new UserData(name, "", "", userId.value(), false, false, "", "");
    }

    /** How the room sees this peer, or has seen it last. */
    public Peer peer() {
        return peer;
    }

    /** Types a line into the room; the commands answer before this returns, those that return a stage maybe later. */
    public FakePeer says(String line) {
        room.hear(peer, line);
        return this;
    }

    /** Comes in, if it is not there, under a new peer id. */
    public FakePeer joins() {
        if (!isThere()) {
            peer = new Peer(room.nextPeerId(), peer.userId(), peer.userData(), peer.medias());
            room.put(peer);
            room.happens(new RoomEvent.PeerJoined(peer));
        }
        return this;
    }

    public FakePeer leaves() {
        if (room.remove(peer)) {
            room.happens(new RoomEvent.PeerLeft(peer));
        }
        return this;
    }

    /** Is in that group from now on, in all rooms of the bot. */
    public FakePeer isA(String group) {
        Outcome outcome = room.permissions()
                .add(peer.userId(), group)
                .toCompletableFuture()
                .join();
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalArgumentException(MessageBundles.english(refused.reason()));
        }
        return this;
    }

    /** Goes by another name from now on; the user id stays. */
    public FakePeer renames(String name) {
        peer = new Peer(peer.id(), peer.userId(), named(name, peer.userId()), peer.medias());
        if (isThere()) {
            room.put(peer);
            room.happens(new RoomEvent.PeerUpdated(peer));
        }
        return this;
    }

    private boolean isThere() {
        return room.peer(peer.id()).isPresent();
    }
}

package dev.odinbot.testing;

import dev.odinbot.api.room.Peer;

/** Somebody in a {@link FakeRoom} for whom the test speaks. */
public final class FakePeer {

    private final FakeRoom room;
    private final Peer peer;

    FakePeer(FakeRoom room, Peer peer) {
        this.room = room;
        this.peer = peer;
    }

    /** How the room sees this peer. */
    public Peer peer() {
        return peer;
    }

    /** Types a line into the room; the commands answer before this returns, those that return a stage maybe later. */
    public void says(String line) {
        room.hear(peer, line);
    }

    public void leaves() {
        room.remove(peer);
    }
}

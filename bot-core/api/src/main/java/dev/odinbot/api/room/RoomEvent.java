package dev.odinbot.api.room;

import java.util.List;

/** Something that happened in a room, in the order the server told it. */
public sealed interface RoomEvent {

    /** We are in the room; also sent again after a reconnect. */
    record Joined(PeerId ownPeerId, List<Peer> peers) implements RoomEvent {}

    /** We are out of the room. {@code forGood} when no reconnect will be tried. */
    record Left(String reason, boolean forGood) implements RoomEvent {}

    /** Somebody else came in. */
    record PeerJoined(Peer peer) implements RoomEvent {}

    /** Somebody else went. */
    record PeerLeft(Peer peer) implements RoomEvent {}

    /** A peer changed its user data. */
    record PeerUpdated(Peer peer) implements RoomEvent {}

    /** A peer began to send a stream. */
    record MediaStarted(Peer peer, Media media) implements RoomEvent {}

    /** A peer ended a stream. */
    record MediaStopped(Peer peer, Media media) implements RoomEvent {}

    /** Bytes from a peer; not yet known to be a chat message. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record MessageReceived(Peer sender, byte[] message) implements RoomEvent {}
}

package dev.odinbot.api.room;

import java.util.List;

/** A presence in a room, as it was when it was read. */
public record Peer(PeerId id, UserId userId, UserData userData, List<Media> medias) {

    /** What is known of a peer at one moment. */
    public Peer {
        medias = List.copyOf(medias);
    }

    /** The name to show: the peer's own if it gave one, else its user id. Not unique, and chosen by the peer. */
    public String displayName() {
        return userData.name().isBlank() ? userId.value() : userData.name();
    }
}

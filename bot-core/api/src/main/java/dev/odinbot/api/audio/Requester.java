package dev.odinbot.api.audio;

import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.UserId;

/**
 * Who asked for a track.
 *
 * @param name to be shown; chosen by the peer, so not to be trusted with anything else
 */
public record Requester(UserId userId, String name) {

    /** {@return that peer as the one who asks} */
    public static Requester of(Peer peer) {
        return new Requester(peer.userId(), peer.displayName());
    }
}

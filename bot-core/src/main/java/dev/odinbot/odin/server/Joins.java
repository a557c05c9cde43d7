package dev.odinbot.odin.server;

import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Peers that may join, and have yet to open their room stream. Any thread. */
final class Joins {

    private static final int ID_BYTES = 18;

    private final Timers timers;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, RoomPeer> waiting = new ConcurrentHashMap<>();

    @Inject
    Joins(Timers timers) {
        this.timers = timers;
    }

    /** The id of the stream by which {@code peer} will come; good once, and not for long. */
    String expect(RoomPeer peer) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String streamId = Base64.getUrlEncoder().encodeToString(id);
        waiting.put(streamId, peer);
        timers.after(Limits.STREAM_WITHIN, () -> waiting.remove(streamId));
        return streamId;
    }

    Optional<RoomPeer> arrive(String streamId) {
        return Optional.ofNullable(waiting.remove(streamId));
    }
}

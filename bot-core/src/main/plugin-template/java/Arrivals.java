package @package@;

import dev.odinbot.api.event.Listen;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.RoomId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts who comes into each room. */
final class Arrivals {

    private final Map<RoomId, Integer> counts = new ConcurrentHashMap<>();

    @Listen
    void came(RoomEvent.PeerJoined event, Room room) {
        counts.merge(room.id(), 1, Integer::sum);
    }

    int in(Room room) {
        return counts.getOrDefault(room.id(), 0);
    }
}

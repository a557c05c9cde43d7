package dev.odinbot.odin.server;

import dev.odinbot.odin.token.AccessKey;
import java.util.List;

/** The customers whose tokens the room server honours; each has rooms of its own. */
public record RoomServerKeys(List<AccessKey> keys) {

    public RoomServerKeys {
        keys = List.copyOf(keys);
    }
}

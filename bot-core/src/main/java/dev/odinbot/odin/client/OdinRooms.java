package dev.odinbot.odin.client;

import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** All rooms of this process. Each has connections of its own; they share the network's threads. */
final class OdinRooms implements OdinClient {

    private static final Duration CLOSE_LIMIT = Duration.ofMillis(1200);

    private final Network network;
    private final Set<ReconnectingRoom> rooms = ConcurrentHashMap.newKeySet();

    @Inject
    OdinRooms(Network network) {
        this.network = network;
    }

    @Override
    public OdinRoom join(Entry entry, OdinRoomListener listener) {
        ReconnectingRoom room = new ReconnectingRoom(network, entry, listener);
        rooms.add(room);
        room.whenLeft().thenRun(() -> rooms.remove(room));
        room.start();
        return room;
    }

    /** Waits until the rooms are left, but no longer than 1.2 s. */
    @Override
    public void close() {
        CompletableFuture<Void> all = CompletableFuture.allOf(
                rooms.stream().map(room -> room.leave().toCompletableFuture()).toArray(CompletableFuture<?>[]::new));
        Timers.Timer limit = network.timers().after(CLOSE_LIMIT, () -> all.complete(null));
        all.join();
        limit.cancel();
        network.web().close();
    }
}

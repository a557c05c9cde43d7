package dev.odinbot.permission;

import dev.odinbot.api.room.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps nothing beyond the program, where what was granted is in memory anyway. */
final class MemoryPermissionStore implements PermissionStore {

    @Override
    public Stored load() {
        return new Stored(List.of(), Map.of());
    }

    @Override
    public CompletionStage<Void> save(StoredGroup group) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> delete(String group) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> save(UserId user, List<String> groups) {
        return CompletableFuture.completedFuture(null);
    }
}

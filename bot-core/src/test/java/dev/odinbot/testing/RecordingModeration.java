package dev.odinbot.testing;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Remembers what the gateway was asked for, for instance {@code ban anna from Lobby for PT10M}; who is thrown out leaves the fake room.
 */
public final class RecordingModeration implements Moderation {

    private final FakeHost host;
    private final List<String> asked = new ArrayList<>();
    private Optional<Outcome> refusal = Optional.empty();

    RecordingModeration(FakeHost host) {
        this.host = host;
    }

    /** All that was asked for, oldest first. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on the gateway does nothing, and says why. */
    public synchronized void refuses(String reason) {
        refusal = Optional.of(Outcome.refused(reason));
    }

    @Override
    public CompletionStage<Outcome> kick(RoomId room, UserId user) {
        return answer("kick " + user + " from " + room, () -> throwOut(room, user));
    }

    @Override
    public CompletionStage<Outcome> ban(RoomId room, UserId user, Duration time) {
        return answer("ban " + user + " from " + room + " for " + time, () -> throwOut(room, user));
    }

    @Override
    public CompletionStage<Outcome> close(RoomId room, Duration time) {
        return answer("close " + room + " for " + time, () -> host.leave(room));
    }

    @Override
    public CompletionStage<Outcome> announce(RoomId room, String text) {
        return answer("announce in " + room + ": " + text, () -> {});
    }

    private void throwOut(RoomId id, UserId user) {
        host.room(id).ifPresent(room -> room.removeAll(user));
    }

    private CompletionStage<Outcome> answer(String request, Runnable action) {
        Optional<Outcome> refused;
        synchronized (this) {
            asked.add(request);
            refused = refusal;
        }
        if (refused.isEmpty()) {
            action.run();
        }
        return CompletableFuture.completedFuture(refused.orElse(Outcome.done("")));
    }
}

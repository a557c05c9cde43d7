package dev.odinbot.testing;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
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
    private final List<Runnable> unanswered = new ArrayList<>();
    private Optional<Outcome> refusal = Optional.empty();
    private boolean waits;

    RecordingModeration(FakeHost host) {
        this.host = host;
    }

    /** All that was asked for, oldest first. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on the gateway does nothing, and says why. */
    public synchronized void refuses(String reason) {
        refusal = Optional.of(Outcome.refused(Text.of(reason)));
    }

    /** From now on nothing is done or answered before {@link #answers}. */
    public synchronized void waits() {
        waits = true;
    }

    /** Does and answers, on the test's thread, what has been asked for since {@link #waits}. */
    public void answers() {
        List<Runnable> answered;
        synchronized (this) {
            waits = false;
            answered = List.copyOf(unanswered);
            unanswered.clear();
        }
        answered.forEach(Runnable::run);
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
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        Runnable carryOut = () -> {
            Optional<Outcome> refused = refusal();
            if (refused.isEmpty()) {
                action.run();
            }
            answer.complete(refused.orElse(Outcome.done(Text.EMPTY)));
        };
        synchronized (this) {
            asked.add(request);
            if (waits) {
                unanswered.add(carryOut);
                return answer;
            }
        }
        carryOut.run();
        return answer;
    }

    private synchronized Optional<Outcome> refusal() {
        return refusal;
    }
}

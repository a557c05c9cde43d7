package dev.odinbot.odin.client;

import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds commands back, so that a server that allows 10 a second and 50 in a burst never sees more; and clearly less, because
 * the network may bunch them. Belongs to one {@link Serial}.
 */
final class CommandPacer {

    static final int BURST = 40;
    static final int MAX_WAITING = 500;

    private static final Duration INTERVAL = Duration.ofMillis(125);

    private final Ticker ticker;
    private final Timers timers;
    private final Serial serial;
    private final Map<Priority, Queue<Command>> waiting = new EnumMap<>(Priority.class);

    /** When the bucket would have become full if nothing more had been taken. */
    private long fullAtNanos;

    private Timers.@Nullable Timer timer;
    private @Nullable String closed;

    CommandPacer(Ticker ticker, Timers timers, Serial serial) {
        this.ticker = ticker;
        this.timers = timers;
        this.serial = serial;
        this.fullAtNanos = ticker.nanos();
        for (Priority priority : Priority.values()) {
            waiting.put(priority, new ArrayDeque<>());
        }
    }

    /** In the order in which they go when they have to wait. */
    enum Priority {
        OWN_MEDIA,
        MESSAGE,
        PAUSE
    }

    /**
     * Sends as soon as may be; fails at once when too much is waiting already. Pauses are never too many: nobody asks for
     * them again, and there are no more than medias.
     */
    CompletionStage<Void> submit(String name, Priority priority, Supplier<CompletionStage<Void>> send) {
        Queue<Command> queue = waiting.get(priority);
        if (closed != null) {
            return CompletableFuture.failedStage(new OdinException(name, closed));
        }
        if (queue == null || (queue.size() >= MAX_WAITING && priority != Priority.PAUSE)) {
            return CompletableFuture.failedStage(
                    new OdinException(name, MAX_WAITING + " commands are waiting for the server's limit already"));
        }
        Command command = new Command(name, send);
        queue.add(command);
        pump();
        return command.sent.thenCompose(answer -> answer);
    }

    /** Fails what waits, and all that comes. */
    void close(String reason) {
        closed = reason;
        if (timer != null) {
            timer.cancel();
        }
        for (Queue<Command> queue : waiting.values()) {
            for (Command command = queue.poll(); command != null; command = queue.poll()) {
                command.sent.completeExceptionally(new OdinException(command.name, reason));
            }
        }
    }

    private void pump() {
        if (timer != null) {
            return;
        }
        for (Command command = peek(); command != null; command = peek()) {
            long now = ticker.nanos();
            long waitNanos = waitNanos(now);
            if (waitNanos > 0) {
                timer = timers.after(Duration.ofNanos(waitNanos), () -> serial.execute(this::timeCame));
                return;
            }
            fullAtNanos = (fullAtNanos - now > 0 ? fullAtNanos : now) + INTERVAL.toNanos();
            remove(command);
            command.sent.complete(command.send.get());
        }
    }

    /** Until there is room for one more. */
    private long waitNanos(long now) {
        return fullAtNanos - now - (BURST - 1) * INTERVAL.toNanos();
    }

    private void timeCame() {
        timer = null;
        if (closed == null) {
            pump();
        }
    }

    private @Nullable Command peek() {
        for (Queue<Command> queue : waiting.values()) {
            if (!queue.isEmpty()) {
                return queue.peek();
            }
        }
        return null;
    }

    private void remove(Command command) {
        waiting.values().forEach(queue -> {
            if (queue.peek() == command) {
                queue.remove();
            }
        });
    }

    private static final class Command {
        private final String name;
        private final Supplier<CompletionStage<Void>> send;
        private final CompletableFuture<CompletionStage<Void>> sent = new CompletableFuture<>();

        private Command(String name, Supplier<CompletionStage<Void>> send) {
            this.name = name;
            this.send = send;
        }
    }
}

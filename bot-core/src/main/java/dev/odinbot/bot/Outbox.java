package dev.odinbot.bot;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.bot.ChatCodec.Form;
import dev.odinbot.odin.client.OdinRoom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the bot has to say in one room. One message is under way at a time; lines that come meanwhile wait and go out together in the
 * next, so that they never outrun the server's limit, which {@link OdinRoom#send} waits for. Any thread.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** More waiting than this nobody would read. */
    static final int MOST_WAITING_CHARS = 40_000;

    private final OdinRoom room;
    private final IntFunction<String> leftOutWords;

    @GuardedBy("this")
    private final Deque<Lines> waiting = new ArrayDeque<>();

    @GuardedBy("this")
    private int waitingChars;

    @GuardedBy("this")
    private int leftOut;

    @GuardedBy("this")
    private boolean sending;

    /** @param leftOutWords says how many texts were left out */
    Outbox(OdinRoom room, IntFunction<String> leftOutWords) {
        this.room = room;
        this.leftOutWords = leftOutWords;
    }

    /** @param to empty = everybody */
    record Destination(Optional<PeerId> to, Form form) {
        static final Destination EVERYBODY = new Destination(Optional.empty(), Form.PLAIN);
    }

    private static final class Lines {
        private final Destination destination;
        private final StringBuilder text;

        private Lines(Destination destination, String text) {
            this.destination = destination;
            this.text = new StringBuilder(text);
        }
    }

    /** Queues a text of any length; what has no place any more is counted, logged, and told when the rest is out. */
    void add(Destination destination, String text) {
        if (text.isEmpty()) {
            return;
        }
        synchronized (this) {
            if (waitingChars + text.length() > MOST_WAITING_CHARS && waitingChars > 0) {
                if (leftOut++ == 0) {
                    LOG.warn(
                            "Room {}: {} characters wait to be sent already; what comes now is left out",
                            room.id(),
                            waitingChars);
                }
                return;
            }
            append(destination, text);
        }
        pump();
    }

    @GuardedBy("this")
    private void append(Destination destination, String text) {
        for (String piece : Cut.intoMessages(text)) {
            Lines last = last(destination);
            if (last != null && last.text.length() + 1 + piece.length() <= Cut.MESSAGE_CHARS) {
                last.text.append('\n').append(piece);
                waitingChars++;
            } else {
                waiting.addLast(new Lines(destination, piece));
            }
            waitingChars += piece.length();
        }
    }

    /** The last message that waits for the same ears. */
    @GuardedBy("this")
    private @Nullable Lines last(Destination destination) {
        for (var lines = waiting.descendingIterator(); lines.hasNext(); ) {
            Lines next = lines.next();
            if (next.destination.equals(destination)) {
                return next;
            }
        }
        return null;
    }

    /** A loop, because a room that is not joined refuses at once what may be hundreds of lines. */
    private void pump() {
        for (Lines next = take(); next != null; next = take()) {
            byte[] message = ChatCodec.encode(next.text.toString(), next.destination.form);
            List<PeerId> to = next.destination.to.map(List::of).orElse(List.of());
            CompletionStage<Void> stage = room.send(message, to);
            CompletableFuture<Void> sent = stage.toCompletableFuture();
            if (!sent.isDone()) {
                stage.whenComplete((done, failure) -> {
                    sent(failure);
                    pump();
                });
                return;
            }
            sent(
                    sent.isCompletedExceptionally()
                            ? sent.handle((done, failure) -> failure).join()
                            : null);
        }
    }

    private synchronized @Nullable Lines take() {
        if (sending) {
            return null;
        }
        if (waiting.isEmpty() && leftOut > 0) {
            append(Destination.EVERYBODY, leftOutWords.apply(leftOut));
            leftOut = 0;
        }
        Lines next = waiting.pollFirst();
        if (next != null) {
            sending = true;
            waitingChars -= next.text.length();
        }
        return next;
    }

    private void sent(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("Room {}: a chat line was not sent: {}", room.id(), failure.getMessage());
        }
        synchronized (this) {
            sending = false;
        }
    }
}

package dev.odinbot.bot.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.text.Text;
import dev.odinbot.bot.room.ChatCodec.Form;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.time.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the bot has to say in one room, in order. One message is under way at a time; lines that come meanwhile wait and go out together in
 * the next, so that they never outrun the server's limit, which {@link OdinRoom#send} waits for. They also wait, for a while, until a room
 * that was lost is joined again; what was under way just then may be said twice. Any thread.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** More waiting than this nobody would read. */
    static final int MOST_WAITING_CHARS = 40_000;

    /** The server's limit lets them through in about 12 s, and who asks something meanwhile waits no longer. */
    static final int MOST_WAITING = 100;

    /** An answer to what nobody remembers having asked only confuses. */
    static final Duration TOO_LATE = Duration.ofMinutes(1);

    /** What comes later than this after a line goes in a message of its own, or it would be too late together with that. */
    static final Duration TOGETHER = Duration.ofSeconds(5);

    /** In a room that looks joined, but perhaps is only not yet known to be lost. */
    private static final int MOST_TRIES = 2;

    private final OdinRoom room;
    private final Ticker ticker;
    private final Function<Text, String> words;

    @GuardedBy("this")
    private final Deque<Lines> waiting = new ArrayDeque<>();

    @GuardedBy("this")
    private int waitingChars;

    @GuardedBy("this")
    private int leftOut;

    @GuardedBy("this")
    private int late;

    @GuardedBy("this")
    private boolean sending;

    @GuardedBy("this")
    private List<CompletableFuture<Void>> untilQuiet = new ArrayList<>();

    /** @param words in the language of the room */
    Outbox(OdinRoom room, Ticker ticker, Function<Text, String> words) {
        this.room = room;
        this.ticker = ticker;
        this.words = words;
    }

    /** @param to empty = everybody */
    record Destination(Optional<PeerId> to, Form form) {
        static final Destination EVERYBODY = new Destination(Optional.empty(), Form.PLAIN);
    }

    /** One message. */
    private static final class Lines {
        private final Destination destination;
        private final StringBuilder text;
        private final long sinceNanos;
        private int texts = 1;
        private int tries;

        private Lines(Destination destination, String text, long sinceNanos) {
            this.destination = destination;
            this.text = new StringBuilder(text);
            this.sinceNanos = sinceNanos;
        }
    }

    /** Queues a text of any length. When too much waits already the oldest is left out, which is counted, logged, and told. */
    void add(Destination destination, String text) {
        if (text.isEmpty()) {
            return;
        }
        synchronized (this) {
            append(destination, text);
            while (waiting.size() > MOST_WAITING || (waitingChars > MOST_WAITING_CHARS && waiting.size() > 1)) {
                if (leftOut == 0) {
                    LOG.warn(
                            "Room {}: {} messages wait to be sent already; the oldest are left out",
                            room.id(),
                            waiting.size() - 1);
                }
                leftOut += removeFirst().texts;
            }
        }
        pump();
    }

    /** The room is joined, perhaps again, and what waits goes out; or it is left. */
    void stateChanged() {
        pump();
    }

    /** Completes when all is said that can be said now. */
    CompletionStage<Void> quiet() {
        CompletableFuture<Void> quiet = new CompletableFuture<>();
        synchronized (this) {
            untilQuiet.add(quiet);
        }
        pump();
        return quiet;
    }

    /** Joined only to the last that waits, or lines would overtake each other. */
    @GuardedBy("this")
    private void append(Destination destination, String text) {
        long now = ticker.nanos();
        for (String piece : Cut.intoMessages(text)) {
            Lines last = waiting.peekLast();
            if (last != null
                    && now - last.sinceNanos <= TOGETHER.toNanos()
                    && last.destination.equals(destination)
                    && last.text.length() + 1 + piece.length() <= ChatCodec.MESSAGE_CHARS) {
                last.text.append('\n').append(piece);
                last.texts++;
                waitingChars += piece.length() + 1;
            } else {
                waiting.addLast(new Lines(destination, piece, now));
                waitingChars += piece.length();
            }
        }
    }

    @GuardedBy("this")
    private Lines removeFirst() {
        Lines first = waiting.removeFirst();
        waitingChars -= first.text.length();
        return first;
    }

    /** A loop, because a room may refuse at once what may be hundreds of lines. */
    private void pump() {
        for (Lines next = take(); next != null; next = take()) {
            Lines lines = next;
            byte[] message = ChatCodec.encode(lines.text.toString(), lines.destination.form);
            List<PeerId> to = lines.destination.to.map(List::of).orElse(List.of());
            CompletionStage<Void> stage = room.send(message, to);
            CompletableFuture<Void> sent = stage.toCompletableFuture();
            if (!sent.isDone()) {
                stage.whenComplete((done, failure) -> {
                    sent(lines, failure);
                    pump();
                });
                return;
            }
            sent(
                    lines,
                    sent.isCompletedExceptionally()
                            ? sent.handle((done, failure) -> failure).join()
                            : null);
        }
        tellWhoWaits();
    }

    private synchronized @Nullable Lines take() {
        if (sending) {
            return null;
        }
        leaveOutWhatIsLate();
        OdinRoom.State state = room.state();
        if (state == OdinRoom.State.LEFT || state == OdinRoom.State.FAILED) {
            forgetAll();
        }
        if (state != OdinRoom.State.JOINED) {
            return null;
        }
        if (waiting.isEmpty() && leftOut + late > 0) {
            tellOfMissing();
        }
        if (waiting.isEmpty()) {
            return null;
        }
        sending = true;
        return removeFirst();
    }

    @GuardedBy("this")
    private void leaveOutWhatIsLate() {
        long now = ticker.nanos();
        while (!waiting.isEmpty() && now - waiting.getFirst().sinceNanos > TOO_LATE.toNanos()) {
            late += removeFirst().texts;
        }
    }

    @GuardedBy("this")
    private void forgetAll() {
        if (!waiting.isEmpty()) {
            LOG.info("Room {}: it is left, with {} messages not sent", room.id(), waiting.size());
            waiting.clear();
            waitingChars = 0;
        }
    }

    @GuardedBy("this")
    private void tellOfMissing() {
        LOG.warn(
                "Room {}: {} chat lines were left out because too many waited, {} because they were too late",
                room.id(),
                leftOut,
                late);
        if (leftOut > 0) {
            append(Destination.EVERYBODY, words.apply(Text.key("left.out", leftOut)));
        }
        if (late > 0) {
            append(Destination.EVERYBODY, words.apply(Text.key("too.late", late)));
        }
        leftOut = 0;
        late = 0;
    }

    private void sent(Lines lines, @Nullable Throwable failure) {
        boolean again = failure != null && (room.state() != OdinRoom.State.JOINED || ++lines.tries < MOST_TRIES);
        if (failure != null && !again) {
            LOG.warn("Room {}: a chat line was not sent: {}", room.id(), failure.getMessage());
        }
        synchronized (this) {
            if (again) {
                waiting.addFirst(lines);
                waitingChars += lines.text.length();
            }
            sending = false;
        }
    }

    private void tellWhoWaits() {
        List<CompletableFuture<Void>> told;
        synchronized (this) {
            if (sending || untilQuiet.isEmpty()) {
                return;
            }
            told = untilQuiet;
            untilQuiet = new ArrayList<>();
        }
        told.forEach(quiet -> quiet.complete(null));
    }
}

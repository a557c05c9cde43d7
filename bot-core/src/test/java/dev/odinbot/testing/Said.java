package dev.odinbot.testing;

import dev.odinbot.api.room.PeerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What the bot has said in a room, and whether it is about to say more. Any thread. */
final class Said {

    /** Guards against hanging only: the first use of a database takes its time on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Line(boolean toAll, PeerId to, String text) {}

    private static final PeerId EVERYBODY = new PeerId(0);

    private final List<Line> lines = new ArrayList<>();
    private int mark;
    private int underWay;

    /** What the assertions look at begins here. */
    synchronized void mark() {
        mark = lines.size();
    }

    synchronized void add(String text) {
        lines.add(new Line(true, EVERYBODY, text));
        notifyAll();
    }

    synchronized void add(PeerId to, String text) {
        lines.add(new Line(false, to, text));
        notifyAll();
    }

    /** Says in the room what the stage comes to. */
    void answer(FakeRoom room, CompletionStage<String> reply) {
        count(1);
        reply.whenComplete((text, fault) -> {
            if (fault != null) {
                room.say("(The command ended with " + fault + ")");
            } else if (!text.isEmpty()) {
                room.say(text);
            }
            count(-1);
        });
    }

    private synchronized void count(int change) {
        underWay += change;
        notifyAll();
    }

    synchronized List<String> all() {
        return lines.stream().filter(Line::toAll).map(Line::text).toList();
    }

    synchronized List<String> told(PeerId peer) {
        return lines.stream()
                .filter(line -> !line.toAll() && line.to().equals(peer))
                .map(Line::text)
                .toList();
    }

    /** What was said to everybody since the mark. */
    synchronized List<String> recent() {
        return lines.stream().skip(mark).filter(Line::toAll).map(Line::text).toList();
    }

    synchronized List<String> recent(PeerId peer) {
        return lines.stream()
                .skip(mark)
                .filter(line -> !line.toAll() && line.to().equals(peer))
                .map(Line::text)
                .toList();
    }

    /** Waits until {@link #recent} has such a line, as long as one can be expected. */
    synchronized boolean awaitRecent(Predicate<String> wanted) {
        return await(() -> recent().stream().anyMatch(wanted) || underWay == 0)
                && recent().stream().anyMatch(wanted);
    }

    /** Waits until every command has been answered; false when one was not. */
    synchronized boolean awaitQuiet() {
        return await(() -> underWay == 0);
    }

    private synchronized boolean await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = PATIENCE.toNanos();
                    left > 0 && !condition.getAsBoolean();
                    left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return condition.getAsBoolean();
    }
}

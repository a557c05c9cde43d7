package dev.odinbot.testing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What is said in a room, as a golden file shows it: a peer's line behind {@code >}, what the bot answers below it.
 *
 * <pre>{@code
 * new Transcript(room).says("anna", "!roll 0d6", "!roll 2d1").matches(getClass(), "refusals.txt");
 * }</pre>
 */
public final class Transcript {

    private final FakeRoom room;
    private final StringBuilder text = new StringBuilder();
    private String last = "";

    public Transcript(FakeRoom room) {
        this.room = room;
    }

    public FakeRoom room() {
        return room;
    }

    /** That peer says each line; who speaks is written when it is another one than before. */
    public Transcript says(String peer, String... lines) {
        for (String line : lines) {
            String speaker = last.isEmpty() || last.equals(peer) ? "" : "(" + peer + ") ";
            last = peer;
            record("> " + speaker + line, () -> room.peer(peer).says(line));
        }
        return this;
    }

    /** What happens between the lines. */
    public Transcript then(String what, Runnable action) {
        record("(" + what + ")", action);
        return this;
    }

    public Transcript elapse(Duration time) {
        return then(time.toString().substring(2).toLowerCase(Locale.ROOT) + " later", () -> room.elapse(time));
    }

    private void record(String what, Runnable action) {
        int before = room.replies().size();
        action.run();
        room.said().awaitQuiet();
        text.append(what).append('\n');
        List<String> replies = room.replies();
        replies.subList(before, replies.size())
                .forEach(reply -> text.append(reply).append('\n'));
    }

    /** Holds it against the golden file of that name beside the test's class. */
    public void matches(Class<?> test, String goldenFile) {
        GoldenFile.assertMatches(test, goldenFile, text.toString());
    }
}

package dev.odinbot.testing;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;

/**
 * Looks at what the bot has said since the test last did something: since the last line of a peer, event or passing of time. What a
 * command has yet to answer is waited for.
 */
public final class RoomAssert extends AbstractAssert<RoomAssert, FakeRoom> {

    RoomAssert(FakeRoom room) {
        super(room, RoomAssert.class);
    }

    /** That line, or those lines as one reply, to everybody. */
    public RoomAssert replied(String text) {
        return said(text::equals, "reply:%n  %s", text);
    }

    /** A reply that fits the pattern from its beginning to its end. */
    public RoomAssert repliedMatching(String regex) {
        return said(Pattern.compile(regex).asMatchPredicate(), "reply that matches:%n  %s", regex);
    }

    public RoomAssert repliedContaining(String part) {
        return said(reply -> reply.contains(part), "reply that contains:%n  %s", part);
    }

    private RoomAssert said(Predicate<String> wanted, String description, String argument) {
        isNotNull();
        if (!actual.said().awaitRecent(wanted)) {
            failWithMessage(
                    "Expected a " + description + "%nbut the bot said:%n  %s",
                    argument,
                    shown(actual.said().recent()));
        }
        return this;
    }

    /** Nothing to everybody, and no command is under way. */
    public RoomAssert saidNothing() {
        isNotNull();
        if (!actual.said().awaitQuiet()) {
            failWithMessage("Expected the bot to say nothing, but a command is still under way");
        }
        if (!actual.said().recent().isEmpty()) {
            failWithMessage(
                    "Expected the bot to say nothing, but it said:%n  %s",
                    shown(actual.said().recent()));
        }
        return this;
    }

    /** That line, to that peer alone. */
    public RoomAssert told(FakePeer peer, String text) {
        isNotNull();
        actual.said().awaitQuiet();
        List<String> lines = actual.said().recent(peer.peer().id());
        if (!lines.contains(text)) {
            failWithMessage(
                    "Expected the bot to tell %s:%n  %s%nbut it told:%n  %s",
                    peer.peer().displayName(), text, shown(lines));
        }
        return this;
    }

    private static String shown(List<String> lines) {
        return lines.isEmpty() ? "(nothing)" : String.join("\n  ", lines);
    }
}

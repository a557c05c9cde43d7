package dev.odinbot.testing;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;

/**
 * Looks at what the bot has said since the test last did something: since the last line of a peer, event or passing of time. What a
 * command has yet to answer is waited for. And at what the room heard while time passed last.
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

    /** That much sound, the silence behind it not counted, while time passed last; in whole frames of 20 ms. */
    public RoomAssert heard(Duration sound) {
        isNotNull();
        Duration heard = PlayedSound.FRAME.multipliedBy(actual.sink().sound().size());
        if (!heard.equals(sound)) {
            failWithMessage("Expected the room to hear %s of sound, but it heard %s", sound, heard);
        }
        return this;
    }

    public RoomAssert heardNothing() {
        return heard(Duration.ZERO);
    }

    /**
     * Sound whose strongest tone was that one, while time passed last.
     *
     * @param amplitude within a tenth of it; 1 = full scale
     */
    public RoomAssert heardTone(double hertz, double amplitude) {
        isNotNull();
        try (ToneMeter meter = new ToneMeter()) {
            meter.addAll(actual.sink().sound());
            double tone = meter.frequency();
            double loud = meter.leftAmplitude(tone);
            if (Math.abs(tone - hertz) > hertz / 100 || Math.abs(loud - amplitude) > amplitude / 10) {
                failWithMessage(
                        "Expected the room to hear %.0f Hz with an amplitude of %.3f, but it heard %.0f Hz with %.3f",
                        hertz, amplitude, tone, loud);
            }
        }
        return this;
    }

    private static String shown(List<String> lines) {
        return lines.isEmpty() ? "(nothing)" : String.join("\n  ", lines);
    }
}

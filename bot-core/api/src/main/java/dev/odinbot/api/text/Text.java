package dev.odinbot.api.text;

import java.util.Arrays;
import java.util.List;

/**
 * Something to be read by people: words as they are, or the key of a sentence in the message bundles of who says it, which is
 * worded where it is said, in the language of that room. Immutable.
 *
 * <p>A plugin's bundles are {@code messages.properties} (English, and for every language without one of its own) and for instance
 * {@code messages_de.properties} in the root of its jar, in UTF-8, with sentences as {@link java.text.MessageFormat} writes them:
 * {@code poll.closed=The poll is closed: {0} has {1,choice,0#no votes|1#one vote|1<{1} votes}.}
 *
 * <p>Keys that begin with {@code host.} are the host's own, as in an {@link dev.odinbot.api.Outcome}: every plugin's {@link Messages} know
 * them, and no plugin can have any.
 */
public sealed interface Text {

    /** No words at all. */
    Text EMPTY = new Literal("");

    /** The same in every language. */
    record Literal(String words) implements Text {}

    /** @param arguments fill {0}, {1} … of the sentence; a {@link Text} among them is worded first */
    record Keyed(String key, List<Object> arguments) implements Text {

        /** A sentence to be worded later. */
        public Keyed {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@return these words, the same in every language} */
    static Text of(String words) {
        return new Literal(words);
    }

    /** {@return the sentence of that key in the message bundles, with its gaps filled} */
    static Text key(String key, Object... arguments) {
        return new Keyed(key, Arrays.asList(arguments));
    }
}

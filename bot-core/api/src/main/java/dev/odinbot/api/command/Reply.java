package dev.odinbot.api.command;

import dev.odinbot.api.text.Text;

/**
 * What a command answers to the room.
 *
 * @param text the line or lines, of any length: what does not fit into one message is paged; empty says nothing
 */
public record Reply(Text text) {

    private static final Reply SILENT = Reply.of("");

    /** {@return a reply of these words, the same in every language} */
    public static Reply of(String words) {
        return new Reply(Text.of(words));
    }

    /** {@return a reply that is worded in the room's language} */
    public static Reply of(Text text) {
        return new Reply(text);
    }

    /** The sentence of that key in the plugin's message bundles, in the room's language. */
    public static Reply key(String key, Object... arguments) {
        return new Reply(Text.key(key, arguments));
    }

    /** No answer. */
    public static Reply silent() {
        return SILENT;
    }
}

package dev.odinbot.api.command;

/**
 * What a command answers to the room.
 *
 * @param text the line or lines; empty says nothing
 */
public record Reply(String text) {

    private static final Reply SILENT = new Reply("");

    public static Reply of(String text) {
        return new Reply(text);
    }

    /** No answer. */
    public static Reply silent() {
        return SILENT;
    }
}

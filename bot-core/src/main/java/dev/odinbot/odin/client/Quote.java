package dev.odinbot.odin.client;

import org.jspecify.annotations.Nullable;

/** Makes one short line of what a server said, fit for a log. */
final class Quote {

    private static final int MAX_LENGTH = 200;

    private Quote() {}

    static String of(@Nullable String said) {
        String line = said == null ? "" : said.replaceAll("\\p{C}", "?");
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    }
}

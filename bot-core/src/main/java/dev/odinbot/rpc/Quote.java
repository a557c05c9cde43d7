package dev.odinbot.rpc;

import org.jspecify.annotations.Nullable;

/** Makes one short line of what somebody sent, fit for a log. */
public final class Quote {

    private static final int MAX_LENGTH = 200;

    private Quote() {}

    public static String of(@Nullable String said) {
        String line = said == null ? "" : said.replaceAll("\\p{C}", "?");
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    }
}

package dev.odinbot.store;

import dev.odinbot.api.text.PlainText;

/**
 * What keeps the database from working.
 *
 * @param what in words, without a full stop
 * @param remedy what to do about it, as a sentence
 */
record Trouble(String what, String remedy) {

    private static final int MAX_CHARS = 600;

    /** What databases say may be of many lines. */
    Trouble {
        what = PlainText.line(what, MAX_CHARS);
    }

    @Override
    public String toString() {
        return what + ". " + remedy;
    }
}

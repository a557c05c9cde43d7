package dev.odinbot.api.text;

import java.util.Locale;

/** A plugin's message bundles, for words that are not a command's reply. Any thread. */
public interface Messages {

    /** The words of {@code text}; a key that no bundle has is shown as it is, and logged. */
    String word(Text text, Locale locale);

    /** Whether there are words for a key in that language, or without a language. */
    boolean has(String key, Locale locale);
}

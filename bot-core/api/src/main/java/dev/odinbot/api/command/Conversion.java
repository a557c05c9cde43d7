package dev.odinbot.api.command;

import dev.odinbot.api.text.Text;

/** What became of an argument's text. */
public sealed interface Conversion<T> {

    record Converted<T>(T value) implements Conversion<T> {}

    /** @param reason what is wrong with the text, as a sentence */
    record Refused<T>(Text reason) implements Conversion<T> {}

    static <T> Conversion<T> of(T value) {
        return new Converted<>(value);
    }

    static <T> Conversion<T> refused(Text reason) {
        return new Refused<>(reason);
    }
}

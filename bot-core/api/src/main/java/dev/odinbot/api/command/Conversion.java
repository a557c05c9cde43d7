package dev.odinbot.api.command;

import dev.odinbot.api.text.Text;

/** What became of an argument's text. */
public sealed interface Conversion<T> {

    /** @param value what the text means */
    record Converted<T>(T value) implements Conversion<T> {}

    /** @param reason what is wrong with the text, as a sentence */
    record Refused<T>(Text reason) implements Conversion<T> {}

    /** {@return the outcome for a text that could be understood} */
    static <T> Conversion<T> of(T value) {
        return new Converted<>(value);
    }

    /** {@return the outcome for one that could not} */
    static <T> Conversion<T> refused(Text reason) {
        return new Refused<>(reason);
    }
}

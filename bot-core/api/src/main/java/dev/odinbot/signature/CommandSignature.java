package dev.odinbot.signature;

import java.util.List;

/**
 * All that a command's declaration says of how it is called.
 *
 * @param words that call it, folded, one blank between them
 * @param aliases other words, in the same form
 * @param usage words, arguments and flags
 * @param arguments in the order of the line
 * @param sources of the method's parameters, in their order
 * @param silent whether the method returns nothing
 */
public record CommandSignature(
        String words,
        List<String> aliases,
        String usage,
        String description,
        List<String> examples,
        List<ArgumentShape> arguments,
        List<FlagShape> flags,
        List<Source> sources,
        boolean silent) {

    /** Where a parameter's value comes from. */
    public sealed interface Source {
        /** @param index among the arguments */
        record Argument(int index) implements Source {}

        /** @param index among the flags */
        record Flag(int index) implements Source {}

        record Injected(Injection what) implements Source {}
    }
}

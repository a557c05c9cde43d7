package dev.odinbot.command;

import dev.odinbot.api.text.Text;

/** What is wrong with an argument. */
public sealed interface ArgumentProblem {

    /**
     * It as a sentence of the core's bundles, with what was typed as it was typed: {@link OutcomeText} makes that fit to be shown.
     *
     * @param argument name of the argument at fault; empty when there are too many
     */
    Text text(String argument);

    /** A required argument was not given. */
    record Missing() implements ArgumentProblem {
        @Override
        public Text text(String argument) {
            return Text.key("argument.missing", argument);
        }
    }

    /** There are more words than arguments. */
    record Surplus(String text) implements ArgumentProblem {
        @Override
        public Text text(String argument) {
            return Text.key("argument.surplus", argument, text);
        }
    }

    record NotANumber(String text) implements ArgumentProblem {
        @Override
        public Text text(String argument) {
            return Text.key("argument.number", argument, text);
        }
    }

    /** A number below {@code min}. */
    record TooSmall(String text, long min, long max) implements ArgumentProblem {
        @Override
        public Text text(String argument) {
            return bounded(min, max)
                    ? range(argument, text, min, max)
                    : Text.key("argument.min", argument, text, Long.toString(min));
        }
    }

    /** A number above {@code max}. */
    record TooLarge(String text, long min, long max) implements ArgumentProblem {
        @Override
        public Text text(String argument) {
            return bounded(min, max)
                    ? range(argument, text, min, max)
                    : Text.key("argument.max", argument, text, Long.toString(max));
        }
    }

    /** A quoted argument that does not end. */
    record UnclosedQuote(String quote) implements ArgumentProblem {
        @Override
        public Text text(String argument) {
            return Text.key("argument.quote", argument, quote);
        }
    }

    private static boolean bounded(long min, long max) {
        return min > Integer.MIN_VALUE && max < Integer.MAX_VALUE;
    }

    private static Text range(String argument, String text, long min, long max) {
        return Text.key("argument.range", argument, text, Long.toString(min), Long.toString(max));
    }
}

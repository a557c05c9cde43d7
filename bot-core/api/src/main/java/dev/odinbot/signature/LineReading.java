package dev.odinbot.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which words of a line go to which argument and flag of a command; nothing is converted yet.
 *
 * <p>Only a command that has flags sees any; for others dashes are ordinary characters. Before the rest of a line, only flags that the
 * command has are flags, and {@code --} ends them; within it, only the long ones are, and short ones at its very end: all else with
 * dashes is text, as in {@code Artist -- Title}.
 */
public final class LineReading {

    private final CommandSignature command;
    private final WordReader words;
    private final @Nullable String[] arguments;
    private final @Nullable String[] flags;
    private final List<String> repeated = new ArrayList<>(0);
    private int next;
    private boolean flagsEnded;
    private @Nullable LineProblem problem;

    private LineReading(CommandSignature command, String text) {
        this.command = command;
        words = new WordReader(text);
        arguments = new @Nullable String[command.arguments().size()];
        flags = new @Nullable String[command.flags().size()];
        flagsEnded = flags.length == 0;
    }

    /** @param text all behind the command's words, as typed */
    public static LineReading of(CommandSignature command, String text) {
        LineReading reading = new LineReading(command, text);
        reading.read();
        return reading;
    }

    /** The first that does not fit; until there is none, nothing else is to be asked for. */
    public Optional<LineProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** The text of an argument that is not repeated; null when it was not given. */
    public @Nullable String argument(int index) {
        return arguments[index];
    }

    /** The texts of the repeated argument. */
    public List<String> repeated() {
        return repeated;
    }

    /** The text of a flag, any for one without value; null when it was not given. */
    public @Nullable String flag(int index) {
        return flags[index];
    }

    private void read() {
        while (problem == null && !words.atEnd()) {
            if (atRest() ? atFlagBeforeRest() : atFlag()) {
                readFlag();
            } else if (next == arguments.length) {
                problem = new LineProblem.Surplus(words.rest());
            } else {
                readArgument(command.arguments().get(next));
            }
        }
        if (problem == null && next < arguments.length) {
            ArgumentShape missing = command.arguments().get(next);
            if (missing.required() && repeated.isEmpty()) {
                problem = new LineProblem.Missing(missing.name());
            }
        }
    }

    private boolean atRest() {
        return next < arguments.length && command.arguments().get(next).rest();
    }

    private void readArgument(ArgumentShape argument) {
        if (argument.rest()) {
            arguments[next++] = rest();
        } else if (argument.repeated()) {
            repeated.add(word(argument.name()));
        } else {
            arguments[next++] = word(argument.name());
        }
    }

    private String word(String name) {
        String word = words.next();
        if (!words.unclosedQuote().isEmpty()) {
            problem = new LineProblem.UnclosedQuote(name, words.unclosedQuote());
        }
        return word;
    }

    /** All that is left, as typed, less the flags in it. */
    private String rest() {
        StringBuilder rest = new StringBuilder();
        int start = words.position();
        while (problem == null && !flagsEnded && !words.atEnd()) {
            if (atFlagInRest()) {
                append(rest, words.typed(start, words.position()));
                readFlag();
                start = words.position();
            } else {
                words.skip();
            }
        }
        int end = words.position();
        append(rest, words.typed(start, end));
        append(rest, words.rest());
        return rest.toString();
    }

    private static void append(StringBuilder text, String more) {
        text.append(text.isEmpty() || more.isEmpty() ? "" : " ").append(more);
    }

    private boolean atFlag() {
        return !flagsEnded && (words.atLongFlag() || words.atFlagsEnd() || words.atShortFlags() || atKnownFlag());
    }

    private boolean atFlagBeforeRest() {
        return !flagsEnded && (words.atFlagsEnd() || atKnownFlag());
    }

    private boolean atKnownFlag() {
        return atKnownLongFlag() || (words.atShortFlags() && allKnown(words.flag()));
    }

    private boolean atKnownLongFlag() {
        return (words.atLongFlag() || words.atDash()) && longFlag(words.flag()) >= 0;
    }

    /** Text may have dashes; who wants a short flag types it before the text or behind it. */
    private boolean atFlagInRest() {
        if (atKnownLongFlag()) {
            return true;
        }
        if (!words.atShortFlags() || !allKnown(words.flag())) {
            return false;
        }
        String typed = words.flag();
        boolean takesValue =
                command.flags().get(shortFlag(typed.charAt(typed.length() - 1))).takesValue();
        return words.atLast(takesValue && !words.atFlagWithEquals() ? 1 : 0);
    }

    private void readFlag() {
        String typed = words.flag();
        if (words.atFlagsEnd()) {
            words.skip();
            flagsEnded = true;
        } else if (words.atShortFlags()) {
            boolean equals = words.skipFlag(typed);
            for (int i = 1; i < typed.length() && problem == null; i++) {
                boolean last = i == typed.length() - 1;
                take(shortFlag(typed.charAt(i)), typed, last, last && equals);
            }
        } else {
            take(longFlag(typed), typed, true, words.skipFlag(typed));
        }
    }

    private void take(int index, String typed, boolean last, boolean equals) {
        if (index < 0) {
            problem = new LineProblem.UnknownFlag(typed);
            return;
        }
        FlagShape flag = command.flags().get(index);
        if (flags[index] != null) {
            problem = new LineProblem.FlagTwice(flag.name());
        } else if (!flag.takesValue() && equals) {
            problem = new LineProblem.FlagWithValue(flag.name());
        } else if (!flag.takesValue()) {
            flags[index] = "";
        } else if (!last || words.atBlank() || (!equals && atFlag())) {
            problem = new LineProblem.FlagWithoutValue(flag.name());
        } else {
            flags[index] = word(flag.name());
        }
    }

    private boolean allKnown(String typed) {
        for (int i = 1; i < typed.length(); i++) {
            if (shortFlag(typed.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private int longFlag(String typed) {
        int dashes = typed.charAt(0) == '-' ? 2 : 1;
        for (int i = 0; i < flags.length; i++) {
            String name = command.flags().get(i).name();
            if (name.length() - 2 == typed.length() - dashes
                    && name.regionMatches(true, 2, typed, dashes, name.length() - 2)) {
                return i;
            }
        }
        return -1;
    }

    private int shortFlag(char letter) {
        for (int i = 0; i < flags.length; i++) {
            String shorthand = command.flags().get(i).shorthand();
            if (!shorthand.isEmpty() && shorthand.charAt(1) == letter) {
                return i;
            }
        }
        return -1;
    }
}

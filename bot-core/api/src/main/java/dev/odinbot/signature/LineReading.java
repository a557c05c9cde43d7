package dev.odinbot.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which words of a line go to which argument and flag of a command; nothing is converted yet.
 *
 * <p>Only a command that has flags sees any; for others dashes are ordinary characters. In the rest of a line a word with two dashes is
 * a flag too, one with a single dash only when it is known.
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

    /** The first that does not fit; what was read until then can be asked for all the same. */
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

    /** The argument that the next word would go to; as many as there are when it would be too much. */
    public int next() {
        return next;
    }

    /** Whether a flag could still come. */
    public boolean flagsPossible() {
        return !flagsEnded;
    }

    private void read() {
        while (problem == null && !words.atEnd()) {
            if (atFlag(false)) {
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
            if (atFlag(true)) {
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

    private boolean atFlag(boolean inRest) {
        if (flagsEnded) {
            return false;
        }
        return words.atLongFlag()
                || words.atFlagsEnd()
                || (words.atDash() && longFlag(words.flag()) >= 0)
                || (words.atShortFlags() && (!inRest || allKnown(words.flag())));
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
        } else if (!last || words.atBlank() || (!equals && atFlag(false))) {
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

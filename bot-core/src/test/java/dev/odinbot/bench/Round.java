package dev.odinbot.bench;

import java.io.IOException;
import java.util.Locale;

/**
 * One part of the benchmark for one contestant.
 *
 * @param receiving whose implementation answers
 * @param phases of the frame clock and lanes in each; empty for the bot's
 */
record Round(Part part, Contestant contestant, Contestant receiving, String phases, Plan plan, Report report) {

    /** As many connections as are set up at the same time where that is not what is measured. */
    static final int AT_ONCE = 16;

    Pair pair() throws IOException {
        return new Pair(contestant, receiving, phases);
    }

    void say(String what, String format, Object... arguments) {
        report.say(part, contestant, what, format, arguments);
    }

    void value(String key, double value) {
        report.value(contestant, key, value);
    }

    /** On standard error, while it runs. */
    void progress(String format, Object... arguments) {
        System.err.println(contestant + ": " + String.format(Locale.ROOT, format, arguments));
    }
}

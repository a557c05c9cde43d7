package dev.odinbot.bench;

import java.io.IOException;
import java.util.Locale;

/**
 * One part of the benchmark for one contestant.
 *
 * @param receiving whose implementation answers
 */
record Round(Part part, Contestant contestant, Contestant receiving, Plan plan, Report report) {

    /** As many connections as are set up at the same time where that is not what is measured. */
    static final int AT_ONCE = 16;

    Pair pair() throws IOException {
        return new Pair(contestant, receiving);
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

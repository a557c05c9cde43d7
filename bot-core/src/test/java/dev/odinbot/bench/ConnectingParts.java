package dev.odinbot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** How long it takes until connections are open: from the call that makes the offer, through both descriptions, to the news. */
final class ConnectingParts {

    private ConnectingParts() {}

    static void connect(Round round) throws IOException {
        try (Pair pair = round.pair()) {
            for (int i = 0; i < 4; i++) { // one after the other and a few at once, so that all code is compiled
                pair.open(round.plan().connects(), 1 + i % 2 * 3);
                pair.sender().ask("close", "rest", 0);
            }
            Machine machine = new Machine();
            JsonNode opened = pair.open(round.plan().connects(), 1);
            Samples millis = millis(opened);
            round.progress("connect: median %.1f ms, p99 %.1f ms", millis.median(), millis.percentile(99));
            round.value("connectMedianMs", millis.median());
            round.value("connectP99Ms", millis.percentile(99));
            round.say(
                    "connect ms: median, p90, p99 of " + millis.count(),
                    "%.1f, %.1f, %.1f",
                    millis.median(),
                    millis.percentile(90),
                    millis.percentile(99));
            round.say("  steal %", "%.1f", machine.stealPercent());
        }
    }

    static void joins(Round round) throws IOException {
        int joins = round.plan().joins();
        try (Pair pair = round.pair()) {
            row(round, pair, "the first ever", joins, "FirstEver");
            pair.sender().ask("close", "rest", 0);
            Pair.pause(round.plan().settle());
            row(round, pair, "warm", joins, "");
        }
    }

    private static void row(Round round, Pair pair, String which, int joins, String key) throws IOException {
        Machine machine = new Machine();
        JsonNode opened = pair.sender().ask("open", "count", joins, "atOnce", joins);
        double seconds = opened.get("seconds").asDouble();
        Samples millis = millis(opened);
        round.progress("%d joins at once, %s: %d open after %.1f s", joins, which, millis.count(), seconds);
        round.value("joins" + joins + key + "Seconds", seconds);
        round.say("joins at once, " + which + ": all open after", "%d of %d: %.2f s", millis.count(), joins, seconds);
        round.say("  median, p99 ms", "%.0f, %.0f", millis.median(), millis.percentile(99));
        round.say("  steal %, " + which, "%.1f", machine.stealPercent());
    }

    private static Samples millis(JsonNode opened) {
        JsonNode all = opened.get("millis");
        double[] values = new double[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).asDouble();
        }
        return new Samples(values);
    }
}

package dev.odinbot.plugins.fun;

import dev.odinbot.api.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A poll as people read it. */
final class PollText {

    private static final int BAR_LENGTH = 10;

    private PollText() {}

    /** {@code 1. rock}, one a line. */
    static String options(Poll poll) {
        return IntStream.range(0, poll.options().size())
                .mapToObj(i -> (i + 1) + ". " + poll.options().get(i))
                .collect(Collectors.joining("\n"));
    }

    /** @param key of the sentence above the results, which gets the question, the results and the number of voices */
    static Text results(String key, Poll poll) {
        List<Integer> counts = poll.counts();
        int voices = counts.stream().mapToInt(Integer::intValue).sum();
        String bars = IntStream.range(0, counts.size())
                .mapToObj(i -> (i + 1) + ". " + poll.options().get(i) + "\n" + bar(counts.get(i), voices))
                .collect(Collectors.joining("\n"));
        return Text.key(key, poll.question(), bars, voices);
    }

    /** {@code ■■■■■■□□□□ 3 (60%)}. */
    private static String bar(int count, int voices) {
        int percent = voices == 0 ? 0 : Math.round(100f * count / voices);
        int full = Math.round(percent * BAR_LENGTH / 100f);
        return "■".repeat(full) + "□".repeat(BAR_LENGTH - full) + " " + count + " (" + percent + "%)";
    }

    /** {@code 5:00}, {@code 1:30:00}. */
    static String time(Duration time) {
        String rest = String.format(Locale.ROOT, "%02d", time.toSecondsPart());
        return time.toHours() == 0
                ? time.toMinutes() + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", time.toHours(), time.toMinutesPart(), rest);
    }
}

package dev.odinbot.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** One dispatcher's figures for one kind of line. */
final class DispatchFigures {

    private static final String BYTES = "gc.alloc.rate.norm";

    private double linesPerSecond;
    private double linesPerSecondError;
    private double bytes;
    private double p50Micros;
    private double p99Micros;
    private double p999Micros;

    void take(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        if (result.getParams().getMode() == Mode.Throughput) {
            linesPerSecond = primary.getScore() * 1e6;
            linesPerSecondError = primary.getScoreError() * 1e6;
            bytes = result.getSecondaryResults().get(BYTES).getScore();
        } else {
            Statistics samples = primary.getStatistics();
            p50Micros = samples.getPercentile(50);
            p99Micros = samples.getPercentile(99);
            p999Micros = samples.getPercentile(99.9);
        }
    }

    static List<List<String>> rows(String kind, DispatchFigures ours, DispatchFigures cloud) {
        return List.of(
                row(
                        kind + ": lines per second",
                        ours,
                        cloud,
                        "%,.0f ± %,.0f",
                        m -> m.linesPerSecond,
                        m -> m.linesPerSecondError),
                List.of(
                        "  ratio, ours by cloud's",
                        String.format(Locale.ROOT, "%.2f", ours.linesPerSecond / cloud.linesPerSecond),
                        ""),
                row("  µs: p50, p99", ours, cloud, "%.2f, %.2f", m -> m.p50Micros, m -> m.p99Micros),
                row("  µs: p99.9", ours, cloud, "%.2f", m -> m.p999Micros),
                row("  bytes per line", ours, cloud, "%.0f", m -> m.bytes));
    }

    static Map<String, Object> json(DispatchFigures ours, DispatchFigures cloud) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ratio", rounded(ours.linesPerSecond / cloud.linesPerSecond));
        values.putAll(ours.json());
        values.put("cloud", cloud.json());
        return values;
    }

    private Map<String, Object> json() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("linesPerSecond", Math.round(linesPerSecond));
        values.put("linesPerSecondError", Math.round(linesPerSecondError));
        values.put("bytesPerLine", Math.round(bytes));
        values.put("p50Micros", rounded(p50Micros));
        values.put("p99Micros", rounded(p99Micros));
        values.put("p999Micros", rounded(p999Micros));
        return values;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    @SafeVarargs
    private static List<String> row(
            String what,
            DispatchFigures ours,
            DispatchFigures cloud,
            String format,
            ToDoubleFunction<DispatchFigures>... figures) {
        return List.of(what, cell(ours, format, figures), cell(cloud, format, figures));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static String cell(DispatchFigures who, String format, ToDoubleFunction<DispatchFigures>... figures) {
        Object[] numbers =
                Arrays.stream(figures).map(figure -> figure.applyAsDouble(who)).toArray();
        return String.format(Locale.ROOT, format, numbers);
    }
}

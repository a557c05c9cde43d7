package dev.odinbot.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code scripts/bench dispatch}: how many lines our dispatcher takes in a second, beside Incendo cloud's, in one run. */
public final class DispatchBench {

    private static final String USAGE = """
            scripts/bench dispatch [--quick] [--kinds]
              --quick   a short look, to see that it works
              --kinds   also each kind of line by itself
            """;

    private DispatchBench() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        if (!List.of("--quick", "--kinds").containsAll(options)) {
            System.err.println(USAGE);
            System.exit(2);
        }
        checkThatBothUnderstandTheSame();
        Machine machine = new Machine();
        boolean quick = options.contains("--quick");
        String[] kinds = options.contains("--kinds")
                ? Arrays.stream(LineKind.values()).map(Enum::name).toArray(String[]::new)
                : new String[] {LineKind.MIXED.name()};
        Map<String, Map<String, DispatchFigures>> byKind = new LinkedHashMap<>();
        for (RunResult result : run(quick, kinds)) {
            byKind.computeIfAbsent(result.getParams().getParam("kind"), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(result.getPrimaryResult().getLabel(), who -> new DispatchFigures())
                    .take(result);
        }
        print(byKind, machine);
    }

    private static void print(Map<String, Map<String, DispatchFigures>> byKind, Machine machine) throws IOException {
        Table table = new Table("", "ours", "cloud 2.1.0");
        byKind.forEach((kind, both) ->
                DispatchFigures.rows(kind, both.get("ours"), both.get("cloud")).forEach(table::row));
        System.out.print(table.text());
        System.out.printf(
                Locale.ROOT,
                "%d commands, %d different lines; the host gave %.1f %% of the machine's time to others.%n",
                50,
                LineKind.MIXED.lines().stream().distinct().count(),
                machine.stealPercent());
        Map<String, Object> json = new LinkedHashMap<>();
        byKind.forEach((kind, both) -> {
            Map<String, Object> values = DispatchFigures.json(both.get("ours"), both.get("cloud"));
            if (kind.equals(LineKind.MIXED.name())) {
                json.putAll(values);
            } else {
                json.put(kind.toLowerCase(Locale.ROOT), values);
            }
        });
        System.out.println(new ObjectMapper().writeValueAsString(json));
    }

    /** A dispatcher that runs less than the other would be compared for nothing. */
    private static void checkThatBothUnderstandTheSame() {
        OurDispatch ours = new OurDispatch();
        CloudDispatch cloud = new CloudDispatch(ours.sender());
        for (LineKind kind : LineKind.values()) {
            for (String line : kind.lines()) {
                DispatchResult mine = OurDispatch.result(ours.dispatch("!" + line));
                DispatchResult other = CloudDispatch.result(cloud.dispatch(line));
                if (mine != other || (kind != LineKind.MIXED && mine != kind.result())) {
                    throw new IllegalStateException(line + ": ours " + mine + ", cloud " + other);
                }
            }
        }
    }

    private static Collection<RunResult> run(boolean quick, String... kinds) throws IOException {
        Path log = Files.createDirectories(Path.of("target")).resolve("dispatch-benchmark.log");
        int iterations = quick ? 3 : 5;
        TimeValue time = TimeValue.milliseconds(quick ? 300 : 1000);
        System.err.println("Measuring; JMH's own report is in " + log);
        try {
            return new Runner(new OptionsBuilder()
                            .include(DispatchBenchmark.class.getName())
                            .param("kind", kinds)
                            .mode(Mode.Throughput)
                            .mode(Mode.SampleTime)
                            .addProfiler(GCProfiler.class)
                            .forks(quick ? 1 : 2)
                            .warmupIterations(iterations)
                            .warmupTime(time)
                            .measurementIterations(iterations)
                            .measurementTime(time)
                            .shouldFailOnError(true)
                            .output(log.toString())
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IOException("JMH failed; see " + log, e);
        }
    }
}

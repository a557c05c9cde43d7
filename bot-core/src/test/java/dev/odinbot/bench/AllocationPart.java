package dev.odinbot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@link SendBenchmark} with JMH's gc profiler. Only we can be looked at layer by layer. */
final class AllocationPart {

    private static final String BYTES = "gc.alloc.rate.norm";

    private AllocationPart() {}

    static void run(Round round) throws IOException {
        if (round.contestant() != Contestant.OURS) {
            return;
        }
        Map<String, Double> bytes = new LinkedHashMap<>();
        for (RunResult result : run(round.plan().iterations())) {
            String name = result.getPrimaryResult().getLabel();
            double norm = result.getSecondaryResults().get(BYTES).getScore();
            bytes.put(name, norm);
            round.say(
                    name + ": bytes of garbage, µs",
                    "%.1f, %.2f",
                    norm,
                    result.getPrimaryResult().getScore());
        }
        round.progress("garbage: %s", bytes);
        round.value("allocBytesPerSend", bytes.get("send"));
        round.value("bareGcmBytes", bytes.get("bareSeal"));
        round.value("allocBytesPerSendAndReceive", bytes.get("sendAndReceive"));
        round.value("bareGcmSealAndOpenBytes", bytes.get("bareSealAndOpen"));
    }

    private static Collection<RunResult> run(int iterations) throws IOException {
        Path log = Files.createDirectories(Path.of("target")).resolve("send-benchmark.log");
        try {
            return new Runner(new OptionsBuilder()
                            .include(SendBenchmark.class.getName())
                            .addProfiler(GCProfiler.class)
                            .warmupIterations(iterations)
                            .measurementIterations(iterations)
                            .shouldFailOnError(true)
                            .output(log.toString())
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IOException("JMH failed; see " + log, e);
        }
    }
}

package dev.odinbot.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code scripts/bench transport}: our data channel beside webrtc-java's, in one run. A sender and a receiver, each a process
 * of its own with the bot's JVM options, on loopback.
 */
public final class TransportBench {

    private static final String USAGE = """
            scripts/bench transport [options] [parts]
              --quick             short looks, to see that it works
              --only NAME         "ours" or "webrtc-java" alone
              --receiver NAME     what answers, for both; else each its own
              --rooms N,N,...     which sizes are tried for clean rooms
              --phases N,M        the frame clock spreads rooms over N moments, M on each before the next is used
            Parts, all but the last when none is named:
            """ + Part.help();

    private final List<Part> parts = new ArrayList<>();
    private final List<Contestant> contestants = new ArrayList<>(List.of(Contestant.values()));
    private List<Integer> ladder = List.of();
    private @Nullable Contestant receiver;
    private String phases = "";
    private boolean quick;
    private boolean failed;

    private TransportBench() {}

    public static void main(String[] arguments) {
        TransportBench bench = new TransportBench();
        try {
            bench.read(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        }
        Report report = bench.run();
        System.out.print(report.table());
        System.out.println(report.json());
        System.exit(bench.failed ? 1 : 0);
    }

    private void read(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean takesValue = argument.startsWith("--") && !argument.equals("--quick");
            if (takesValue && i + 1 == arguments.size()) {
                throw new IllegalArgumentException(argument + " needs a value");
            }
            String value = takesValue ? arguments.get(++i) : "";
            switch (argument) {
                case "--quick" -> quick = true;
                case "--only" -> contestants.retainAll(List.of(Contestant.titled(value)));
                case "--receiver" -> receiver = Contestant.titled(value);
                case "--rooms" ->
                    ladder = Stream.of(value.split(",")).map(Integer::valueOf).toList();
                case "--phases" -> phases = value;
                default -> parts.add(Part.named(argument));
            }
        }
        if (parts.isEmpty()) {
            Stream.of(Part.values()).filter(Part::isUsual).forEach(parts::add);
        }
    }

    private Report run() {
        Report report = new Report();
        Machine machine = new Machine();
        long start = System.nanoTime();
        for (Part part : parts) {
            for (Contestant contestant : contestants) {
                run(part, contestant, report);
            }
        }
        report.note(
                "%.0f s in all on %d processors, Java %s; the host gave %.2f %% of the machine's time to others.",
                (System.nanoTime() - start) / 1e9,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                machine.stealPercent());
        return report;
    }

    private void run(Part part, Contestant contestant, Report report) {
        System.err.printf(Locale.ROOT, "== %s, %s%n", part, contestant);
        Plan plan = Plan.of(contestant, quick);
        Round round = new Round(
                part,
                contestant,
                receiver == null ? contestant : receiver,
                phases,
                ladder.isEmpty() ? plan : plan.withLadder(ladder),
                report);
        try {
            part.run(round);
        } catch (IOException | RuntimeException e) {
            failed = true;
            e.printStackTrace();
            report.note("FAILED: %s of %s: %s", part, contestant, e.getMessage());
        }
    }
}

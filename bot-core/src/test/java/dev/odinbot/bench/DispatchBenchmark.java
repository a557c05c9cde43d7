package dev.odinbot.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One line after the other through our dispatcher and through cloud's, with the same fifty commands. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DispatchBenchmark {

    /** A power of two; in a random order, so that no processor learns it by heart. */
    private static final int LINES = 1 << 12;

    @Param("MIXED")
    public LineKind kind = LineKind.MIXED;

    private final OurDispatch ours = new OurDispatch();
    private final CloudDispatch cloud = new CloudDispatch(ours.sender());
    private final String[] lines = new String[LINES];
    private final String[] prefixed = new String[LINES];
    private int next;

    @Setup
    public void choose() {
        Random random = new Random(1);
        for (int i = 0; i < LINES; i++) {
            lines[i] = kind.lines().get(random.nextInt(kind.lines().size()));
            prefixed[i] = "!" + lines[i];
        }
    }

    @Benchmark
    public Object ours() {
        return ours.dispatch(prefixed[next++ & LINES - 1]);
    }

    @Benchmark
    public Object cloud() {
        return cloud.dispatch(lines[next++ & LINES - 1]);
    }
}

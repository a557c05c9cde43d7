package dev.odinbot.bench;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Our layers without sockets: what a datagram of 157 bytes costs from SCTP to the DTLS record, acknowledgements taken in, next
 * to the cipher alone. Run with the gc profiler.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class SendBenchmark {

    private final BareCipher sealing = new BareCipher();
    private final BareCipher opening = new BareCipher();

    /** Only made for those that take it. */
    @State(Scope.Thread)
    public static class Layers {
        private final LayerPair pair = LayerPair.connected();

        @TearDown
        public void close() {
            pair.close();
        }
    }

    @Benchmark
    public int send(Layers layers) {
        return layers.pair.send();
    }

    @Benchmark
    public int sendAndReceive(Layers layers) {
        return layers.pair.sendAndReceive();
    }

    @Benchmark
    public int bareSeal() throws GeneralSecurityException {
        return sealing.seal();
    }

    @Benchmark
    public int bareSealAndOpen() throws GeneralSecurityException {
        sealing.seal();
        return opening.open(sealing);
    }
}

package dev.odinbot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the whole machine did since this was made: how far others disturbed a measurement. */
final class Machine {

    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int STEAL = 8;

    private final long[] before = read();

    /** Time that the host gave to others, in percent of all processors' time. */
    double stealPercent() {
        long[] now = read();
        return 100.0 * (now[STEAL] - before[STEAL]) / Math.max(1, total(now) - total(before));
    }

    /** Processors at work, ours and everybody's. */
    double busyCores() {
        long[] now = read();
        long idle = now[IDLE] - before[IDLE] + now[WAITING] - before[WAITING];
        long all = Math.max(1, total(now) - total(before));
        return Runtime.getRuntime().availableProcessors() * (double) (all - idle) / all;
    }

    private static long total(long[] fields) {
        long sum = 0;
        for (int i = 1; i <= STEAL; i++) {
            sum += fields[i];
        }
        return sum;
    }

    private static long[] read() {
        try {
            String[] words =
                    Files.readString(Path.of("/proc/stat")).split("\n", 2)[0].split(" +");
            long[] fields = new long[words.length];
            for (int i = 1; i < words.length; i++) {
                fields[i] = Long.parseLong(words[i]);
            }
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

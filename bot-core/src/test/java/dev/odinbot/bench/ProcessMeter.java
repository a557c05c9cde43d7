package dev.odinbot.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What this process uses of the machine. Linux only. */
final class ProcessMeter {

    /** What the kernel counts a process's time in, as the JVM reads it. */
    static final long CPU_STEP_NANOS = 10_000_000;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long markedCpuNanos;
    private long markedNanos;
    private Map<Long, Long> markedBytes = new HashMap<>();

    /** What {@link #used} counts from. */
    Map<String, ?> mark() {
        markedBytes = allocated();
        markedCpuNanos = system.getProcessCpuTime();
        markedNanos = System.nanoTime();
        return Map.of();
    }

    Map<String, ?> used() {
        long nanos = System.nanoTime() - markedNanos;
        long cpuNanos = system.getProcessCpuTime() - markedCpuNanos;
        long bytes = 0;
        for (Map.Entry<Long, Long> thread : allocated().entrySet()) {
            bytes += thread.getValue() - markedBytes.getOrDefault(thread.getKey(), 0L);
        }
        return Map.of("cpuNanos", cpuNanos, "nanos", nanos, "allocatedBytes", bytes);
    }

    /** After collecting what is garbage. */
    Map<String, ?> memory() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100); // cleaners free memory outside the heap
        }
        Runtime runtime = Runtime.getRuntime();
        return Map.of(
                "rssKb", status("VmRSS:"),
                "threads", status("Threads:"),
                "heapKb", (runtime.totalMemory() - runtime.freeMemory()) / 1024);
    }

    private Map<Long, Long> allocated() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> byThread = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0) {
                byThread.put(ids[i], bytes[i]);
            }
        }
        return byThread;
    }

    private static long status(String field) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line ->
                            line.substring(field.length()).replace("kB", "").strip())
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        }
    }
}

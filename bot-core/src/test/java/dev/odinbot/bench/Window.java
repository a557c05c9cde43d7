package dev.odinbot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * What was seen while rooms played for a while.
 *
 * @param found what the rooms counted
 * @param sender what the sending process used, {@code receiver} the other one
 * @param arrived datagrams of this window that the receiver was handed
 * @param stealPercent of the machine's time that the host gave to others
 * @param busyCores processors at work for anybody
 */
record Window(JsonNode found, JsonNode sender, JsonNode receiver, long arrived, double stealPercent, double busyCores) {

    private static final double MOST_LATE_MILLIS = 2;
    private static final double LEAST_DELIVERED = 0.999;

    private static final double QUIET_STEAL_PERCENT = 0.5;
    private static final double QUIET_OTHERS_CORES = 0.15;

    long attempted() {
        return found.get("attempted").asLong();
    }

    double delivered() {
        return arrived / (double) Math.max(1, attempted());
    }

    long missed() {
        return found.get("missed").asLong();
    }

    double cpuMicros() {
        return sender.get("cpuNanos").asLong() / 1e3 / Math.max(1, attempted());
    }

    /** How far {@link #cpuMicros} may be off, as the kernel counts in steps. */
    double cpuResolutionMicros() {
        return ProcessMeter.CPU_STEP_NANOS / 1e3 / Math.max(1, attempted());
    }

    double receiverCpuMicros() {
        return receiver.get("cpuNanos").asLong() / 1e3 / Math.max(1, arrived);
    }

    double senderCores() {
        return cores(sender);
    }

    private static double cores(JsonNode used) {
        return used.get("cpuNanos").asLong() / (double) used.get("nanos").asLong();
    }

    /** Processors that worked neither for the sender nor for the receiver. */
    double othersCores() {
        return busyCores - cores(sender) - cores(receiver);
    }

    /** Whether nobody disturbed it. */
    boolean isQuiet() {
        return stealPercent <= QUIET_STEAL_PERCENT && othersCores() <= QUIET_OTHERS_CORES;
    }

    String noise() {
        return String.format(Locale.ROOT, "%.1f %%, %.2f", stealPercent, othersCores());
    }

    double clockCpuMicros() {
        return found.get("clockCpuNanos").asLong() / 1e3 / Math.max(1, attempted());
    }

    /** Bytes of garbage for each datagram on the clock thread, from the source to the network. */
    double clockBytes() {
        return found.get("clockBytes").asLong() / (double) Math.max(1, attempted());
    }

    double receiverBytes() {
        return receiver.get("allocatedBytes").asLong() / (double) Math.max(1, arrived);
    }

    /** @param index 0 to 3 for p50, p99, p99.9 and the most */
    double latenessMillis(int index) {
        return found.get("lateness").get(index).asLong() / 1e6;
    }

    /** How long after its tick's deadline a datagram was sent. */
    double sentAfterMillis(int index) {
        return found.get("sentAfter").get(index).asLong() / 1e6;
    }

    boolean isClean() {
        return latenessMillis(1) <= MOST_LATE_MILLIS && missed() == 0 && delivered() >= LEAST_DELIVERED;
    }

    String lateness() {
        return String.format(
                Locale.ROOT,
                "%.2f %.2f %.2f %.1f",
                latenessMillis(0),
                latenessMillis(1),
                latenessMillis(2),
                latenessMillis(3));
    }

    String sentAfter() {
        return String.format(
                Locale.ROOT,
                "%.2f %.2f %.2f %.1f",
                sentAfterMillis(0),
                sentAfterMillis(1),
                sentAfterMillis(2),
                sentAfterMillis(3));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f µs/datagram (clock thread %.1f, receiver %.1f), late %s ms, sent after %s ms, missed %d,"
                        + " delivered %.3f %%, steal %.1f %%, others %.2f cores",
                cpuMicros(),
                clockCpuMicros(),
                receiverCpuMicros(),
                lateness(),
                sentAfter(),
                missed(),
                delivered() * 100,
                stealPercent,
                othersCores());
    }
}

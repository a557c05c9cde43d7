package dev.odinbot.bench;

import dev.odinbot.odin.transport.DataChannel;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** The way from the clock thread to the data channels: as the bot's, at once and on the same thread. */
class Outlet {

    private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final SingleWriterRecorder sent = new SingleWriterRecorder(HIGHEST_NANOS, 3);

    /**
     * On the clock thread.
     *
     * @param deadlineNanos when the datagram was due, for those that are watched, else 0
     * @return false when it was dropped
     */
    boolean send(DataChannel channel, ByteBuffer datagram, long deadlineNanos) {
        boolean taken = channel.send(datagram);
        if (deadlineNanos != 0) {
            sent.recordValue(Math.max(0, Math.min(System.nanoTime() - deadlineNanos, HIGHEST_NANOS)));
        }
        return taken;
    }

    /** How long after their deadlines datagrams were sent, since the last call. */
    final Histogram sent() {
        return sent.getIntervalHistogram();
    }

    void close() {}
}

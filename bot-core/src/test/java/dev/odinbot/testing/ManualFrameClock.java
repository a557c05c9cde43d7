package dev.odinbot.testing;

import dev.odinbot.audio.Frame;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.audio.FrameSink;
import dev.odinbot.audio.FrameSource;
import dev.odinbot.audio.FrameSource.Read;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A frame clock that ticks, on the calling thread, when the test says so. */
public final class ManualFrameClock implements FrameClock {

    private final List<ManualLane> lanes = new CopyOnWriteArrayList<>();
    private long ticks;

    @Override
    public Lane open(FrameSource source, FrameSink sink) {
        ManualLane lane = new ManualLane(source, sink);
        lanes.add(lane);
        return lane;
    }

    public void tick() {
        tick(1);
    }

    public synchronized void tick(int times) {
        for (int i = 0; i < times; i++) {
            lanes.forEach(ManualLane::tick);
            ticks++;
        }
    }

    public int lanes() {
        return lanes.size();
    }

    @Override
    public synchronized ClockStats stats() {
        return new ClockStats(ticks, 0, 0, 0, 0);
    }

    @Override
    public void close() {
        lanes.clear();
    }

    private final class ManualLane implements Lane {
        private final FrameSource source;
        private final FrameSink sink;
        private final Frame frame = new Frame();
        private long sent;
        private long missed;

        private ManualLane(FrameSource source, FrameSink sink) {
            this.source = source;
            this.sink = sink;
        }

        private synchronized void tick() {
            if (!sink.ready()) {
                return;
            }
            Read read = source.read(frame);
            boolean written = (read == Read.FRAME || read == Read.GAP) && sink.write(frame);
            sent += written ? 1 : 0;
            missed += read == Read.GAP || (read != Read.IDLE && !written) ? 1 : 0;
        }

        @Override
        public synchronized long framesSent() {
            return sent;
        }

        @Override
        public synchronized long framesMissed() {
            return missed;
        }

        @Override
        public void close() {
            lanes.remove(this);
        }
    }
}

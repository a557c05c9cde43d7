package dev.odinbot.bench;

import dev.odinbot.odin.transport.DataChannel;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The other way that was thought of: a bounded lock-free queue to a thread that only sends. */
final class HandoverOutlet extends Outlet {

    private static final int SLOTS = 4096;

    private final Slot[] slots = new Slot[SLOTS];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final Thread thread = new Thread(this::run, "sender");
    private volatile boolean asleep;
    private volatile boolean closed;

    HandoverOutlet() {
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Slot();
        }
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    boolean send(DataChannel channel, ByteBuffer datagram, long deadlineNanos) {
        long position = written.getPlain();
        if (position - read.getAcquire() == SLOTS) {
            return false;
        }
        slots[(int) (position % SLOTS)].set(channel, datagram, deadlineNanos);
        written.set(position + 1);
        if (asleep) {
            asleep = false;
            LockSupport.unpark(thread);
        }
        return true;
    }

    private void run() {
        long position = 0;
        while (!closed) {
            while (position == written.get() && !closed) {
                asleep = true;
                if (position == written.get()) {
                    LockSupport.park(this);
                }
                asleep = false;
            }
            if (!closed) {
                Slot slot = slots[(int) (position % SLOTS)];
                super.send(slot.channel(), slot.datagram, slot.deadlineNanos);
                read.setRelease(++position);
            }
        }
    }

    @Override
    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private static final class Slot {
        private final ByteBuffer datagram = ByteBuffer.allocateDirect(256);
        private @Nullable DataChannel channel;
        private long deadlineNanos;

        private void set(DataChannel to, ByteBuffer from, long dueNanos) {
            int position = from.position();
            datagram.clear();
            datagram.put(from).flip();
            from.position(position);
            channel = to;
            deadlineNanos = dueNanos;
        }

        private DataChannel channel() {
            if (channel == null) {
                throw new IllegalStateException("An empty slot");
            }
            return channel;
        }
    }
}

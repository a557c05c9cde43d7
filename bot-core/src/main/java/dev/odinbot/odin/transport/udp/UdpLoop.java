package dev.odinbot.odin.transport.udp;

import dev.odinbot.time.Ticker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread for many sockets: reads them, runs tasks, and ticks what is {@link Timed}. All methods are for any thread.
 *
 * <p>Deadlines move with every datagram, mostly into the future, so they are not kept in order: when the earliest one known
 * has come, all are looked through, some nanoseconds each, and the next earliest is found.
 */
public final class UdpLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UdpLoop.class);

    /** More than any datagram that peers send, who keep below 1,500 bytes; what is cut off fails its checks. */
    private static final int MAX_DATAGRAM_BYTES = 2048;

    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(MAX_DATAGRAM_BYTES);
    private final List<Timed> timed = new ArrayList<>();
    private final Consumer<SelectionKey> reader = this::read;

    /** When the thread looks at the deadlines next, or before; whoever has an earlier one puts it forward. */
    private final AtomicLong wakeNanos = new AtomicLong(Long.MAX_VALUE);

    private volatile boolean closing;
    /** Guarded by {@link #tasks}: a task is either run or refused. */
    private boolean ended;

    public UdpLoop(String name, Ticker ticker) {
        this.ticker = ticker;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new IllegalStateException("No UDP sockets can be watched: " + e.getMessage(), e);
        }
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * @param shared by many peers, not one
     * @throws IOException when the address cannot be bound, or no more files can be opened
     */
    public UdpSocket open(InetSocketAddress bind, boolean shared, DatagramHandler handler) throws IOException {
        UdpSocket socket = new UdpSocket(bind, shared, handler);
        if (!execute(() -> register(socket))) {
            socket.close();
            throw new ClosedChannelException();
        }
        return socket;
    }

    private void register(UdpSocket socket) {
        try {
            socket.channel().register(selector, SelectionKey.OP_READ, socket);
        } catch (ClosedChannelException e) {
            LOG.trace("A socket was closed before it was read", e);
        }
    }

    /** @return false when the loop is closed, and the task will not run */
    public boolean execute(Runnable task) {
        synchronized (tasks) {
            if (ended) {
                return false;
            }
            tasks.add(task);
        }
        if (!isOwnThread()) {
            selector.wakeup();
        }
        return true;
    }

    public boolean isOwnThread() {
        return Thread.currentThread() == thread;
    }

    public void watch(Timed one) {
        execute(() -> {
            timed.add(one);
            mind(one.deadlineNanos());
        });
    }

    public void unwatch(Timed one) {
        execute(() -> timed.remove(one));
    }

    /** Something watched now has this deadline. Costs next to nothing while it is not the earliest. */
    public void mind(long deadlineNanos) {
        if (deadlineNanos < wakeNanos.get()) {
            wakeNanos.accumulateAndGet(deadlineNanos, Math::min);
            if (!isOwnThread()) {
                selector.wakeup();
            }
        }
    }

    private void run() {
        try {
            while (!closing) {
                turn();
            }
        } catch (Throwable e) {
            LOG.error("UDP sockets are not read any more", e);
            for (Timed one : timed) {
                giveUp(one, "UDP sockets are not read any more");
            }
        } finally {
            end();
        }
    }

    private void turn() throws IOException {
        long waitNanos = wakeNanos.get() - ticker.nanos();
        if (waitNanos <= 0 || !tasks.isEmpty()) {
            selector.selectNow(reader);
        } else {
            selector.select(reader, Math.max(1, TimeUnit.NANOSECONDS.toMillis(waitNanos)));
        }
        runTasks();
        long now = ticker.nanos();
        if (now >= wakeNanos.get()) {
            tickAll(now);
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
    }

    private void tickAll(long now) {
        // Before any deadline is looked at: one that is set earlier meanwhile is minded, as it is earlier than this.
        wakeNanos.set(Long.MAX_VALUE);
        long earliest = Long.MAX_VALUE;
        for (int i = timed.size() - 1; i >= 0; i--) {
            Timed one = timed.get(i);
            if (one.deadlineNanos() > now || ticked(one, now)) {
                earliest = Math.min(earliest, one.deadlineNanos());
            } else {
                timed.remove(i);
            }
        }
        mind(earliest);
    }

    /** Who fails may not have set a new deadline: asked again, it would fail again at once, and for ever. */
    private static boolean ticked(Timed one, long now) {
        try {
            one.tick(now);
            return true;
        } catch (Throwable e) {
            LOG.error("A deadline could not be handled", e);
            giveUp(one, "an internal fault: " + e);
            return false;
        }
    }

    private static void giveUp(Timed one, String reason) {
        guarded(() -> one.ended(reason));
    }

    private void read(SelectionKey key) {
        UdpSocket socket = (UdpSocket) key.attachment();
        try {
            for (int reads = socket.readsInARow(); reads > 0; reads--) {
                datagram.clear();
                InetSocketAddress from = (InetSocketAddress) socket.channel().receive(datagram);
                if (from == null) {
                    return;
                }
                socket.handler().received(datagram.flip(), from, ticker.nanos());
            }
        } catch (ClosedChannelException | CancelledKeyException e) {
            LOG.trace("A socket was closed while it was read", e);
        } catch (IOException e) {
            LOG.debug("A datagram could not be read", e);
        } catch (Throwable e) {
            LOG.error("A datagram could not be handled", e);
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.error("A task of the UDP loop failed", e);
        }
    }

    private void end() {
        boolean done = false;
        while (!done) {
            runTasks();
            synchronized (tasks) {
                done = tasks.isEmpty();
                ended = done;
            }
        }
        try {
            for (SelectionKey key : selector.keys()) {
                ((UdpSocket) key.attachment()).close();
            }
            selector.close();
        } catch (IOException e) {
            LOG.debug("A selector could not be closed", e);
        }
    }

    /** Runs the tasks given before, closes its sockets, and waits for that. Idempotent. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        if (isOwnThread()) {
            return;
        }
        try {
            thread.join(CLOSING_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

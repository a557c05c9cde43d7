package dev.odinbot.web;

import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the status to every page that follows it: at once, at every change ({@link StatusChange}), and every few seconds
 * anyway, which keeps positions true and finds out who has gone.
 *
 * <p>At the timer's word one {@code web-status-*} thread makes one event for all. Each follower has another such thread, which may block on a slow
 * connection, and a mailbox for one event, in which a newer state replaces one not yet sent.
 */
@Singleton
final class StatusStream {

    static final Duration LOOK = Duration.ofMillis(250);
    static final Duration REFRESH = Duration.ofSeconds(5);
    static final int MOST_FOLLOWERS = 64;
    private static final long END_PATIENCE_MILLIS = 300;

    /** Takes a follower out of its wait for good. */
    private static final byte[] END = new byte[0];

    private static final Logger LOG = LoggerFactory.getLogger(StatusStream.class);

    private final StatusSource source;
    private final Ticker ticker;
    private final Timers timers;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_FOLLOWERS);
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "web-status-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });
    /** Comparing long queues and writing them down takes its time, which the timer's thread has not. */
    private final AtomicInteger asked = new AtomicInteger();
    // Only the one who looks sees these.
    private @Nullable BotStatus sent;
    private long sentNanos;
    private volatile boolean ended;

    @Inject
    StatusStream(StatusSource source, Ticker ticker, Timers timers) {
        this.source = source;
        this.ticker = ticker;
        this.timers = timers;
    }

    void start() {
        timers.every(LOOK, () -> {
            if (!followers.isEmpty() && asked.getAndIncrement() == 0) {
                beginToLook();
            }
        });
    }

    private void beginToLook() {
        try {
            executor.execute(this::lookWhileAsked);
        } catch (RuntimeException | Error e) {
            asked.set(0); // or nobody would ever look again
            throw e;
        }
    }

    private void lookWhileAsked() {
        int answered;
        do {
            answered = asked.get();
            try {
                look();
            } catch (RuntimeException | Error e) {
                LOG.error("The status could not be sent", e);
            }
        } while (asked.addAndGet(-answered) > 0);
    }

    /** Lets the requester follow; false when too many do. */
    boolean add(Context request) {
        if (!places.tryAcquire()) {
            return false;
        }
        request.contentType("text/event-stream; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no"); // or a proxy would hold events back
        request.async(
                task -> {
                    task.executor = executor;
                    task.timeout = 0;
                },
                () -> follow(request));
        return true;
    }

    /** Lets every follower go and waits a moment for it: a stopping server would cut them off in the middle of an answer. */
    void end() {
        ended = true;
        followers.forEach(follower -> follower.offer(END));
        try {
            if (!places.tryAcquire(MOST_FOLLOWERS, END_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("Not every page that follows the status could be told the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Context request) {
        request.req().getAsyncContext().addListener(new Departure());
        Follower follower = new Follower();
        followers.add(follower);
        try {
            follower.begin(ended ? END : event(source.status()));
            follower.sendTo(request.res().getOutputStream());
        } catch (IOException e) {
            LOG.debug("A page stopped following the status: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            followers.remove(follower);
        }
    }

    /** Gives a place back when the answer is over, which is a moment after nobody writes to it any more. */
    private final class Departure implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            places.release();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }

    private void look() {
        long nanos = ticker.nanos();
        BotStatus now = source.status();
        boolean due = nanos - sentNanos >= REFRESH.toNanos();
        if (sent == null || due || StatusChange.between(sent, now)) {
            sent = now;
            sentNanos = nanos;
            byte[] event = event(now);
            followers.forEach(follower -> follower.offer(event));
        }
    }

    private static byte[] event(BotStatus status) {
        // JSON on one line, so it is one data field.
        return ("event: status\ndata: " + Json.text(status) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static final class Follower {
        private final BlockingQueue<byte[]> mailbox = new ArrayBlockingQueue<>(1);

        /** Does nothing if an event, which is no older, came first. */
        synchronized void begin(byte[] event) {
            mailbox.offer(event);
        }

        synchronized void offer(byte[] event) {
            byte[] before = mailbox.poll();
            mailbox.add(before == END ? END : event);
        }

        /** Returns at the end of the stream; a refresh that cannot be written ends it with an exception. */
        void sendTo(ServletOutputStream connection) throws IOException, InterruptedException {
            for (byte[] event = mailbox.take(); event != END; event = mailbox.take()) {
                connection.write(event);
                connection.flush();
            }
        }
    }
}

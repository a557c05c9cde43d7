package dev.odinbot.bot;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.odinbot.http.HttpServerException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the start to the end of the program. A signal, a key press and {@code System.exit} all end in the JVM's shutdown
 * hook, which stops everything in bounded time and then halts the JVM.
 */
final class Lifetime {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

    /** The whole exit may take 3 s; the rest is for the JVM. */
    private static final long STOP_MILLIS = 2200;

    private static final int FINE = 0;
    private static final int FAILED = 1;

    private final Running running;
    private final Object control = new Object();
    private volatile int exitCode = FINE;

    @GuardedBy("control")
    private boolean stopped;

    @GuardedBy("control")
    private KeyPress keys = KeyPress.NONE;

    Lifetime(Running running) {
        this.running = running;
    }

    /** Returns only when the start failed. */
    int run(Running.ReadyListener onReady) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "shutdown"));
        try {
            synchronized (control) {
                if (!stopped) {
                    running.start(onReady);
                    keys = KeyPress.listen(() -> System.exit(FINE));
                }
            }
            new CountDownLatch(1).await();
        } catch (HttpServerException | PortException e) {
            LOG.error("{}", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("The bot could not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exitCode = FAILED;
        return FAILED;
    }

    private void end() {
        Thread closing = new Thread(this::stop, "closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            LOG.warn("Not everything stopped within {} ms; leaving anyway", STOP_MILLIS);
            exitCode = FAILED;
        }
        Runtime.getRuntime().halt(exitCode);
    }

    private void stop() {
        running.ending(); // beside a start, which has the lock
        synchronized (control) {
            stopped = true;
            keys.close();
            try {
                running.close();
            } catch (RuntimeException e) {
                LOG.warn("Not everything stopped cleanly", e);
                exitCode = FAILED;
            }
        }
    }
}

package dev.odinbot.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a feature reads once and then remembers, telling what changes. When it could not be read, the feature knows too little, and
 * what it tells would replace what is stored: it is refused then.
 */
final class Remembered {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final int LOAD_SECONDS = 15;

    private final Lane lane;
    private final String what;
    private volatile boolean unknown;

    /** @param what for people, in the plural */
    Remembered(Lane lane, String what) {
        this.lane = lane;
        this.what = what;
    }

    /** Waits for the database. */
    <T> T load(T nothing, Work<T> work) {
        CompletableFuture<T> loaded =
                lane.submit(Access.READ, 0, work).toCompletableFuture().orTimeout(LOAD_SECONDS, TimeUnit.SECONDS);
        try {
            return loaded.join();
        } catch (CompletionException e) {
            unknown = true;
            LOG.error(
                    "The stored {} cannot be read: the bot goes on without them, and takes no change to them until it is restarted"
                            + " with a database that works: {}",
                    what,
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
            return nothing;
        }
    }

    CompletionStage<Void> save(Work<?> work) {
        if (unknown) {
            return Lane.refused(
                    "The stored " + what + " could not be read when the bot started; so that none is lost, no change is"
                            + " stored. See the log, mend the database and restart the bot");
        }
        return lane.submit(Access.WRITE, 0, handle -> {
                    work.with(handle);
                    return true;
                })
                .thenAccept(stored -> {});
    }
}

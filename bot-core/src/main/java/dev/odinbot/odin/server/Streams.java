package dev.odinbot.odin.server;

import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open streams: asks every one from time to time whether it is still there. Any thread. */
final class Streams {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration CLOSING_LIMIT = Duration.ofMillis(500);

    private final Timers timers;
    private final Set<ServerStream> open = ConcurrentHashMap.newKeySet();
    private Timers.@Nullable Timer pings;

    @Inject
    Streams(Timers timers) {
        this.timers = timers;
    }

    synchronized void start() {
        pings = timers.every(Limits.PING_EVERY, () -> open.forEach(ServerStream::ping));
    }

    void add(ServerStream stream) {
        open.add(stream);
    }

    void remove(ServerStream stream) {
        open.remove(stream);
    }

    int count() {
        return open.size();
    }

    /** Of the client that has said nothing for longest. */
    Duration longestSilence() {
        return open.stream()
                .map(ServerStream::silence)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Closes all, and waits a moment for the clients to have taken what was sent. */
    synchronized void close() {
        if (pings != null) {
            pings.cancel();
        }
        CompletableFuture<?>[] ends = open.stream().map(ServerStream::ended).toArray(CompletableFuture[]::new);
        open.forEach(ServerStream::closeAtShutdown);
        try {
            CompletableFuture.allOf(ends).get(CLOSING_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("{} streams had not closed within {} ms", open.size(), CLOSING_LIMIT.toMillis());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a stream never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.odinbot.odin.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to itself: the first handshake of a process loads and compiles for a third of a second, in which the other side
 * would send everything twice.
 */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final int CONNECTIONS = 3;
    private static final int LIMIT_SECONDS = 5;

    private WarmUp() {}

    static void run(DataChannels channels) {
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                connect(channels);
            }
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debug("The first connection will be a little slow", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void connect(DataChannels channels)
            throws ExecutionException, TimeoutException, InterruptedException {
        Opening offered = new Opening();
        Opening answered = new Opening();
        try (DataChannel offering =
                        channels.offer(offered).toCompletableFuture().get();
                DataChannel answering = channels.answer(offering.localDescription(), answered)
                        .toCompletableFuture()
                        .get()) {
            offering.accept(answering.localDescription());
            offered.done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            answered.done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static final class Opening implements DataChannelListener {
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        @Override
        public void opened() {
            done.complete(null);
        }
    }
}

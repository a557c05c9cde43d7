package dev.odinbot.testing.webrtc;

import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Data channels of webrtc-java. The library is loaded when the first one is asked for. */
public final class WebRtcDataChannels implements DataChannels {

    private static final Logger LOG = LoggerFactory.getLogger(WebRtcDataChannels.class);

    private static final Duration GATHERING_LIMIT = Duration.ofSeconds(2);
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(1);

    private final String bind;
    private final Timers timers;
    private final Supplier<OptionalInt> offlinePort;
    private final WebRtcLibrary library = new WebRtcLibrary();
    private final Set<WebRtcDataChannel> channels = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService webrtc = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "webrtc");
        thread.setDaemon(true);
        return thread;
    });

    /** @param bind the address that answers announce */
    public WebRtcDataChannels(String bind, Timers timers) {
        this(bind, timers, OfflinePort::ifNeeded);
    }

    WebRtcDataChannels(String bind, Timers timers, Supplier<OptionalInt> offlinePort) {
        this.bind = bind;
        this.timers = timers;
        this.offlinePort = offlinePort;
    }

    @Override
    public CompletionStage<DataChannel> offer(DataChannelListener listener) {
        return make(listener, WebRtcDataChannel::offer);
    }

    @Override
    public CompletionStage<DataChannel> answer(String offer, DataChannelListener listener) {
        WebRtcDescription remote;
        try {
            remote = WebRtcDescription.parse(offer);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        return make(listener, channel -> {
            Timers.Timer limit = timers.after(GATHERING_LIMIT, channel::stopGathering);
            return channel.answer(remote).whenComplete((answered, fault) -> limit.cancel());
        });
    }

    private CompletableFuture<DataChannel> make(
            DataChannelListener listener, Function<WebRtcDataChannel, CompletableFuture<DataChannel>> negotiation) {
        CompletableFuture<DataChannel> made = new CompletableFuture<>();
        try {
            webrtc.execute(() -> start(listener, negotiation, made));
        } catch (RejectedExecutionException e) {
            made.completeExceptionally(new IllegalStateException("Data channels are closed", e));
        }
        return made;
    }

    private void start(
            DataChannelListener listener,
            Function<WebRtcDataChannel, CompletableFuture<DataChannel>> negotiation,
            CompletableFuture<DataChannel> made) {
        WebRtcDataChannel channel;
        try {
            if (closed.get()) {
                throw new IllegalStateException("Data channels are closed");
            }
            channel = new WebRtcDataChannel(library, webrtc, AnnouncedAddresses.of(bind), offlinePort.get(), listener);
        } catch (RuntimeException | Error e) {
            made.completeExceptionally(e);
            return;
        }
        channels.add(channel);
        CompletableFuture<?> unused = channel.released().thenRun(() -> channels.remove(channel));
        unused = begin(negotiation, channel).whenComplete((ready, fault) -> {
            if (fault == null) {
                made.complete(ready);
            } else {
                channel.close();
                made.completeExceptionally(fault instanceof CompletionException ? fault.getCause() : fault);
            }
        });
    }

    private static CompletableFuture<DataChannel> begin(
            Function<WebRtcDataChannel, CompletableFuture<DataChannel>> negotiation, WebRtcDataChannel channel) {
        try {
            return negotiation.apply(channel);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        webrtc.execute(() -> {
            List<WebRtcDataChannel> last = List.copyOf(channels);
            last.forEach(WebRtcDataChannel::close);
            // Somebody else may be closing one at this moment, whose release is yet to be queued.
            CompletableFuture<?> unused = CompletableFuture.allOf(
                            last.stream().map(WebRtcDataChannel::released).toArray(CompletableFuture<?>[]::new))
                    .thenRunAsync(this::dispose, webrtc);
        });
        try {
            if (!webrtc.awaitTermination(CLOSING_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The WebRTC library did not close within {} ms", CLOSING_LIMIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispose() {
        try {
            library.dispose();
        } finally {
            webrtc.shutdown();
        }
    }
}

package dev.odinbot.testing.webrtc;

import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data channel of the native library. Calls to the library are made on the one {@code webrtc} thread, but for two: sending, which
 * shares a lock with the channel's end, as disposing of a channel in use would end the process; and asking for its state
 * in a callback, for whose end the library waits when the observer is taken away, which comes before disposing.
 */
final class WebRtcDataChannel implements DataChannel, WebRtcObserver.Target {

    private static final Logger LOG = LoggerFactory.getLogger(WebRtcDataChannel.class);

    private static final int MAX_DATAGRAM_BYTES = 8192;
    /** Five datagrams, small ones counted as of a usual size: what is late is of no use. */
    private static final int MAX_QUEUED_BYTES = 5 * 300;
    /** Asking how much is queued costs as much as a send. */
    private static final int SENDS_BETWEEN_LOOKS = 10;

    private final DataChannelListener listener;
    private final Executor webrtc;
    private final WebRtcObserver observer = new WebRtcObserver();
    private final ListeningPorts ports;
    private final AnnouncedAddresses addresses;
    private final RTCPeerConnection connection;
    private final RTCDataChannel channel;

    private final AtomicBoolean accepted = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private volatile boolean open;
    private volatile boolean handedOut;
    private volatile String localDescription = "";

    private final Object sending = new Object();
    private boolean disposed;
    private boolean full;
    private int sendsUntilLook;

    /** On the {@code webrtc} thread. */
    WebRtcDataChannel(
            WebRtcLibrary library,
            Executor webrtc,
            AnnouncedAddresses addresses,
            OptionalInt offlinePort,
            DataChannelListener listener) {
        this.webrtc = webrtc;
        this.addresses = addresses;
        this.listener = listener;
        this.ports = new ListeningPorts(addresses);
        offlinePort.ifPresent(ports::chosen);
        this.connection = library.connect(observer, offlinePort);
        RTCDataChannelInit init = new RTCDataChannelInit();
        init.negotiated = true;
        init.id = 2;
        init.ordered = false;
        init.maxRetransmits = 0;
        try {
            this.channel = connection.createDataChannel("audio", init);
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
        observer.attach(this);
        channel.registerObserver(observer);
    }

    /** No candidates in it, as the vendor's clients do: the answering side is the one that is reached. */
    CompletableFuture<DataChannel> offer() {
        return DescriptionReply.making(reply -> connection.createOffer(new RTCOfferOptions(), reply))
                .thenComposeAsync(unlessClosed(this::takeLocal), webrtc)
                .thenApply(offer -> ready(WebRtcDescription.parse(offer.sdp)));
    }

    CompletableFuture<DataChannel> answer(WebRtcDescription offer) {
        // Candidates in an offer would make us send to wherever it says; who made it reaches us anyway.
        String text = offer.withCandidates(List.of()).text();
        return takeRemote(RTCSdpType.OFFER, text)
                .thenComposeAsync(
                        unlessClosed(taken -> DescriptionReply.making(
                                reply -> connection.createAnswer(new RTCAnswerOptions(), reply))),
                        webrtc)
                .thenComposeAsync(unlessClosed(this::takeLocal), webrtc)
                .thenCombine(
                        ports.known(),
                        (answer, known) ->
                                ready(WebRtcDescription.parse(answer.sdp).withCandidates(addresses.candidates(known))));
    }

    private CompletableFuture<RTCSessionDescription> takeLocal(RTCSessionDescription description) {
        return DescriptionReply.taking(description, reply -> connection.setLocalDescription(description, reply));
    }

    private CompletableFuture<RTCSessionDescription> takeRemote(RTCSdpType type, String text) {
        RTCSessionDescription description = new RTCSessionDescription(type, text);
        return DescriptionReply.taking(description, reply -> connection.setRemoteDescription(description, reply));
    }

    private <T, R> Function<T, CompletableFuture<R>> unlessClosed(Function<T, CompletableFuture<R>> step) {
        return value -> closed.get()
                ? CompletableFuture.failedFuture(new IllegalStateException("The data channel was closed"))
                : step.apply(value);
    }

    private DataChannel ready(WebRtcDescription local) {
        localDescription = local.text();
        handedOut = true;
        return this;
    }

    /** Answers with the ports known by now. */
    void stopGathering() {
        ports.end();
    }

    /** Completes when nothing of the library is in use any more. */
    CompletableFuture<Void> released() {
        return released;
    }

    @Override
    public String localDescription() {
        return localDescription;
    }

    @Override
    public void accept(String answer) {
        WebRtcDescription remote = WebRtcDescription.parse(answer);
        if (!accepted.compareAndSet(false, true)) {
            throw new IllegalStateException("This channel has its answer");
        }
        CompletableFuture<?> unused = CompletableFuture.completedFuture(remote.text())
                .thenComposeAsync(unlessClosed(text -> takeRemote(RTCSdpType.ANSWER, text)), webrtc)
                .whenComplete((taken, fault) -> {
                    if (fault != null) {
                        close("the answer was not accepted: " + fault.getMessage());
                    }
                });
    }

    @Override
    public boolean isOpen() {
        return open && !closed.get();
    }

    @Override
    public boolean send(ByteBuffer datagram) {
        int length = datagram.remaining();
        if (!isOpen() || length == 0 || length > MAX_DATAGRAM_BYTES) {
            return false;
        }
        synchronized (sending) {
            if (disposed || isFull(datagram.remaining())) {
                return false;
            }
            try {
                channel.send(new RTCDataChannelBuffer(exactly(datagram), true));
                return true;
            } catch (Exception e) {
                LOG.debug("A datagram could not be sent", e);
                return false;
            }
        }
    }

    /**
     * The library looks at neither position nor limit: it sends all of a buffer's memory. So each datagram makes a small
     * object here and one around it.
     */
    private static ByteBuffer exactly(ByteBuffer datagram) {
        if (datagram.isDirect()) {
            return datagram.slice();
        }
        byte[] bytes = new byte[datagram.remaining()];
        datagram.duplicate().get(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private boolean isFull(int length) {
        if (full || --sendsUntilLook <= 0) {
            sendsUntilLook = SENDS_BETWEEN_LOOKS;
            full = channel.getBufferedAmount() > Math.max(MAX_QUEUED_BYTES, 5L * length);
        }
        return full;
    }

    @Override
    public void close() {
        close("closed");
    }

    private void close(String reason) {
        if (closed.compareAndSet(false, true)) {
            webrtc.execute(() -> release(reason));
        }
    }

    private void release(String reason) {
        ports.end();
        try {
            end();
        } catch (RuntimeException e) {
            LOG.error("A data channel could not be closed", e);
        } finally {
            observer.detach();
            released.complete(null);
        }
        if (handedOut) {
            try {
                listener.closed(reason);
            } catch (RuntimeException e) {
                LOG.error("A data channel's listener failed", e);
            }
        }
    }

    private void end() {
        try {
            closeChannelAndConnection();
        } finally {
            synchronized (sending) {
                disposed = true;
            }
            // Outside the lock: it waits for the library's thread, and a listener on that thread may be sending.
            channel.dispose();
        }
    }

    /** The connection in any case: disposing of the library over a live one ends the JVM. */
    private void closeChannelAndConnection() {
        try {
            channel.unregisterObserver();
            channel.close();
        } finally {
            connection.close();
        }
    }

    @Override
    public void candidate(String candidate) {
        ports.candidate(candidate);
    }

    @Override
    public void gathered() {
        ports.end();
    }

    @Override
    public void connectionState(RTCPeerConnectionState state) {
        if (state == RTCPeerConnectionState.FAILED) {
            close("the connection was lost");
        }
    }

    @Override
    public void channelState() {
        if (closed.get()) {
            return;
        }
        RTCDataChannelState state = channel.getState();
        if (state == RTCDataChannelState.OPEN) {
            open = true;
            listener.opened();
        } else if (state == RTCDataChannelState.CLOSING || state == RTCDataChannelState.CLOSED) {
            close("closed by the other side");
        }
    }

    @Override
    public void received(RTCDataChannelBuffer buffer) {
        listener.received(buffer.data);
    }
}

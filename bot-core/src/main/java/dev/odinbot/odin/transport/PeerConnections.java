package dev.odinbot.odin.transport;

import dev.odinbot.odin.transport.dtls.DtlsHandshakes;
import dev.odinbot.odin.transport.dtls.DtlsIdentity;
import dev.odinbot.odin.transport.dtls.DtlsRole;
import dev.odinbot.odin.transport.dtls.Fingerprint;
import dev.odinbot.odin.transport.ice.IceRole;
import dev.odinbot.odin.transport.sdp.DtlsSetup;
import dev.odinbot.odin.transport.sdp.SessionDescription;
import dev.odinbot.odin.transport.udp.UdpLoop;
import dev.odinbot.odin.transport.udp.UdpSocket;
import dev.odinbot.time.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Data channels in plain Java. What we offer has a UDP port each, as many rooms may be on one server, to which their
 * address is all that tells them apart; what we answer shares one.
 */
final class PeerConnections implements DataChannels {

    /** One thread reads some 100,000 datagrams a second. */
    private static final int LOOPS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));

    private final String bind;
    private final int udpPort;
    private final Ticker ticker;
    private final DtlsIdentity identity;
    private final DtlsHandshakes handshakes = new DtlsHandshakes();
    private final SharedPort sharedPort = new SharedPort();
    private final Set<PeerConnection> connections = ConcurrentHashMap.newKeySet();

    private final List<Engine> engines = new ArrayList<>();
    private @Nullable UdpSocket shared;
    private long offers;
    private boolean closed;

    /** @param bind the address, and {@code udpPort} the port, where those reach us whose offers we answer */
    PeerConnections(String bind, int udpPort, Ticker ticker) {
        this.bind = bind;
        this.udpPort = udpPort;
        this.ticker = ticker;
        this.identity = DtlsIdentity.create(ticker.now());
    }

    @Override
    public CompletionStage<DataChannel> offer(DataChannelListener listener) {
        try {
            Engine engine = nextEngine();
            PeerConnection connection = new PeerConnection(IceRole.CONTROLLING, engine, listener, connections::remove);
            UdpSocket socket = engine.loop().open(new InetSocketAddress(0), false, connection);
            connection.use(
                    new OwnPort(socket),
                    SessionDescription.offer(
                            connection.credentials().ufrag(),
                            connection.credentials().password(),
                            identity.fingerprint().text()));
            register(connection);
            return CompletableFuture.completedFuture(connection);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(noPort(e));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletionStage<DataChannel> answer(String offer, DataChannelListener listener) {
        try {
            return CompletableFuture.completedFuture(answer(SessionDescription.parse(offer), listener));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(noPort(e));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private PeerConnection answer(SessionDescription offer, DataChannelListener listener) throws IOException {
        Fingerprint theirs = new Fingerprint(offer.fingerprint());
        UdpSocket socket = sharedSocket();
        PeerConnection connection =
                new PeerConnection(IceRole.CONTROLLED, firstEngine(), listener, connections::remove);
        String ufrag = connection.credentials().ufrag();
        SessionDescription answer = offer.answer(
                ufrag,
                connection.credentials().password(),
                identity.fingerprint().text(),
                CandidateAddresses.of(bind).candidates(socket.port()));
        connection.use(sharedPort.lease(socket, ufrag, connection), answer);
        register(connection);
        try {
            // Candidates in an offer would make us send to wherever it says; who made it reaches us anyway.
            connection.connect(
                    offer, theirs, List.of(), answer.setup() == DtlsSetup.ACTIVE ? DtlsRole.CLIENT : DtlsRole.SERVER);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** Before it can end by itself, which takes it out again; but whoever closes us meanwhile may have missed it. */
    private void register(PeerConnection connection) {
        connections.add(connection);
        synchronized (this) {
            if (!closed) {
                return;
            }
        }
        connection.close();
        throw gone();
    }

    private synchronized Engine nextEngine() {
        return engine((int) (offers++ % LOOPS));
    }

    private synchronized Engine firstEngine() {
        return engine(0);
    }

    private Engine engine(int number) {
        if (closed) {
            throw gone();
        }
        while (engines.size() <= number) {
            UdpLoop loop = new UdpLoop("odin-udp-" + (engines.size() + 1), ticker);
            engines.add(new Engine(loop, ticker, identity, handshakes));
        }
        return engines.get(number);
    }

    private synchronized UdpSocket sharedSocket() throws IOException {
        UdpSocket socket = shared;
        if (socket == null) {
            InetAddress address = InetAddress.getByName(bind);
            socket = engine(0).loop().open(new InetSocketAddress(address, udpPort), true, sharedPort);
            shared = socket;
        }
        return socket;
    }

    private static IllegalStateException gone() {
        return new IllegalStateException("Data channels are closed");
    }

    static IllegalStateException noPort(IOException cause) {
        String fault = String.valueOf(cause.getMessage());
        String remedy = fault.contains("Too many open files") ? "; raise the limit of open files (ulimit -n)" : "";
        return new IllegalStateException("No UDP port could be opened for a data channel: " + fault + remedy, cause);
    }

    @Override
    public void listen() throws IOException {
        sharedSocket();
    }

    @Override
    public void warmUp() {
        Thread thread = new Thread(
                () -> {
                    try (PeerConnections own = new PeerConnections("127.0.0.1", 0, ticker)) {
                        WarmUp.run(own);
                    }
                },
                "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        List<Engine> last;
        synchronized (this) {
            closed = true;
            last = List.copyOf(engines);
        }
        connections.forEach(PeerConnection::close);
        last.forEach(engine -> engine.loop().close());
        handshakes.close();
    }

    /** A UDP port for one connection. */
    private record OwnPort(UdpSocket socket) implements Wire {

        @Override
        public void send(ByteBuffer datagram, InetSocketAddress to) {
            socket.send(datagram, to);
        }

        @Override
        public long unsent() {
            return socket.unsent();
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}

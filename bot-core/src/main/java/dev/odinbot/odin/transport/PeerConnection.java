package dev.odinbot.odin.transport;

import dev.odinbot.odin.transport.dtls.DtlsRole;
import dev.odinbot.odin.transport.dtls.DtlsSession;
import dev.odinbot.odin.transport.dtls.Fingerprint;
import dev.odinbot.odin.transport.ice.IceAgent;
import dev.odinbot.odin.transport.ice.IceCredentials;
import dev.odinbot.odin.transport.ice.IceRole;
import dev.odinbot.odin.transport.sctp.SctpAssociation;
import dev.odinbot.odin.transport.sdp.Candidate;
import dev.odinbot.odin.transport.sdp.DtlsSetup;
import dev.odinbot.odin.transport.sdp.SessionDescription;
import dev.odinbot.odin.transport.stun.StunMessage;
import dev.odinbot.odin.transport.udp.DatagramHandler;
import dev.odinbot.odin.transport.udp.Timed;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ICE, DTLS and SCTP on top of each other: what one has to say goes to the next. One lock guards all three, and is never
 * held while the listener is told, which happens on the loop's thread. Whoever sends frames, encrypts and writes on its
 * own thread.
 */
final class PeerConnection implements DataChannel, DatagramHandler, Timed {

    private static final Logger LOG = LoggerFactory.getLogger(PeerConnection.class);

    private final Engine engine;
    private final Consumer<PeerConnection> whenEnded;
    private final IceCredentials credentials = IceCredentials.random();
    private final Object lock = new Object();
    private final Untold untold;
    private final IceAgent ice;
    private final Route route = new Route();
    private @Nullable DtlsSession dtls;
    private @Nullable SctpAssociation sctp;
    /** What the other side takes. */
    private int longestMessage;

    private boolean ended;
    private volatile boolean open;
    private volatile long deadlineNanos = Long.MAX_VALUE;
    private String localDescription = "";

    PeerConnection(IceRole role, Engine engine, DataChannelListener listener, Consumer<PeerConnection> whenEnded) {
        this.engine = engine;
        this.whenEnded = whenEnded;
        this.untold = new Untold(engine.loop(), listener, lock);
        this.ice = new IceAgent(role, credentials, new Checks());
    }

    IceCredentials credentials() {
        return credentials;
    }

    /** Before anything else. */
    void use(Wire wire, SessionDescription local) {
        synchronized (lock) {
            route.from(wire);
        }
        localDescription = local.text();
        engine.loop().watch(this);
    }

    void connect(SessionDescription other, Fingerprint fingerprint, List<Candidate> candidates, DtlsRole role) {
        synchronized (lock) {
            if (dtls != null || ended) {
                throw new IllegalStateException(ended ? "This channel is closed" : "This channel has its answer");
            }
            longestMessage = other.maxMessageBytes() == 0 ? Integer.MAX_VALUE : other.maxMessageBytes();
            dtls = new DtlsSession(role, engine.identity(), fingerprint, engine.handshakes(), lock, new Records());
            sctp = new SctpAssociation(SessionDescription.SCTP_PORT, other.sctpPort(), new Packets());
            ice.start(
                    new IceCredentials(other.ufrag(), other.password()),
                    RemoteCandidates.reachable(candidates),
                    other.iceLite(),
                    engine.ticker().nanos());
            rearm();
        }
    }

    @Override
    public String localDescription() {
        return localDescription;
    }

    @Override
    public void accept(String answer) {
        SessionDescription other = SessionDescription.parse(answer);
        // One that does not choose takes what an answer's default is (RFC 8842, 5.3).
        DtlsRole role = other.setup() == DtlsSetup.PASSIVE ? DtlsRole.CLIENT : DtlsRole.SERVER;
        connect(other, new Fingerprint(other.fingerprint()), other.candidates(), role);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean send(ByteBuffer datagram) {
        if (!open) {
            return false;
        }
        synchronized (lock) {
            if (ended || sctp == null || datagram.remaining() > longestMessage) {
                return false;
            }
            boolean taken = sctp.send(datagram, engine.ticker().nanos());
            rearm();
            return taken;
        }
    }

    @Override
    public void received(ByteBuffer datagram, InetSocketAddress from, long nowNanos) {
        try {
            synchronized (lock) {
                take(datagram, from, nowNanos);
            }
            untold.tell();
        } finally {
            Inbox.own().clear();
        }
    }

    private void take(ByteBuffer datagram, InetSocketAddress from, long nowNanos) {
        if (ended || !datagram.hasRemaining()) {
            return;
        }
        if (StunMessage.looksLikeStun(datagram)) {
            ice.received(datagram, from, nowNanos);
            if (!ended && ice.knows(from)) {
                route.heard(from);
            }
        } else if (dtls != null && ice.knows(from)) {
            dtls.received(datagram);
        }
        rearm();
    }

    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public void tick(long nowNanos) {
        synchronized (lock) {
            try {
                ice.tick(nowNanos);
                if (sctp != null && !ended) {
                    sctp.tick(nowNanos);
                }
            } finally {
                rearm();
            }
        }
    }

    @Override
    public void ended(String reason) {
        end(reason);
    }

    private void rearm() {
        long earliest = ended ? Long.MAX_VALUE : ice.deadlineNanos();
        if (sctp != null && !ended) {
            earliest = Math.min(earliest, sctp.deadlineNanos());
        }
        deadlineNanos = earliest;
        engine.loop().mind(earliest);
    }

    @Override
    public void close() {
        end("closed");
        untold.tellNow();
    }

    private void end(String reason) {
        synchronized (lock) {
            if (ended) {
                return;
            }
            open = false;
            if (sctp != null) {
                sctp.abort(reason);
            }
            if (dtls != null) {
                dtls.close();
            }
            ended = true;
            ice.close();
            route.close();
            deadlineNanos = Long.MAX_VALUE;
            engine.loop().unwatch(this);
            whenEnded.accept(this);
            untold.closed(reason);
            LOG.debug(
                    "A data channel ended ({}): {}; DTLS dropped {}; ICE dropped {}; {} not sent from its port",
                    reason,
                    sctp == null ? "nothing sent" : sctp.counts(),
                    dtls == null ? "nothing" : dtls.dropped(),
                    ice.dropped(),
                    route.unsent());
        }
    }

    private final class Checks implements IceAgent.Outbox {

        @Override
        public void send(byte[] packet, int length, InetSocketAddress to) {
            route.send(packet, length, to);
        }

        @Override
        public void selected(InetSocketAddress to) {
            if (route.leadsTo(to) && dtls != null) {
                dtls.start();
            }
        }

        @Override
        public void failed(String reason) {
            end(reason);
        }
    }

    private final class Records implements DtlsSession.Outbox {

        @Override
        public void send(byte[] datagram, int length) {
            route.send(datagram, length);
        }

        @Override
        public void connected() {
            if (sctp != null) {
                sctp.start(engine.ticker().nanos());
                rearm();
            }
        }

        @Override
        public void data(byte[] buffer, int offset, int length) {
            if (sctp != null) {
                sctp.received(buffer, offset, length, engine.ticker().nanos());
                rearm();
            }
        }

        @Override
        public void closed(String reason) {
            end(reason);
        }
    }

    private final class Packets implements SctpAssociation.Outbox {

        @Override
        public byte[] packet() {
            return Outgoing.own().packet;
        }

        @Override
        public void send(int length) {
            if (dtls == null) {
                return;
            }
            Outgoing out = Outgoing.own();
            int sealed = dtls.seal(out.packet, 0, length, out.record, 0);
            if (sealed > 0) {
                route.send(out.datagram(sealed));
            }
        }

        @Override
        public void established() {
            open = true;
            untold.opened();
        }

        @Override
        public void message(byte[] buffer, int offset, int length) {
            untold.message(buffer, offset, length);
        }

        @Override
        public void closed(String reason) {
            end(reason);
        }
    }
}

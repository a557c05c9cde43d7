package dev.odinbot.odin.transport.udp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bound UDP socket. One that is bound to the wildcard address carries IPv4 and IPv6. */
public final class UdpSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UdpSocket.class);

    private static final int SHARED_BUFFER_BYTES = 4 << 20;
    /** So that a flood on one socket leaves the others their turn. */
    private static final int SHARED_READS_IN_A_ROW = 64;

    private final DatagramChannel channel;
    private final boolean shared;
    private final int port;
    private final DatagramHandler handler;
    private final AtomicLong unsent = new AtomicLong();

    /** @param shared by many peers: with room for what arrives while its loop is busy */
    UdpSocket(InetSocketAddress bind, boolean shared, DatagramHandler handler) throws IOException {
        this.handler = handler;
        this.shared = shared;
        this.channel = open(bind);
        try {
            channel.configureBlocking(false);
            if (shared) {
                // The system may give less.
                channel.setOption(StandardSocketOptions.SO_RCVBUF, SHARED_BUFFER_BYTES);
                channel.setOption(StandardSocketOptions.SO_SNDBUF, SHARED_BUFFER_BYTES);
            }
            channel.bind(bind);
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        } catch (UnsupportedAddressTypeException e) {
            channel.close();
            throw new IOException("This machine has no IPv6, which " + bind.getAddress() + " needs", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static DatagramChannel open(InetSocketAddress bind) throws IOException {
        boolean onlyIpv4 =
                bind.getAddress() instanceof Inet4Address && !bind.getAddress().isAnyLocalAddress();
        return onlyIpv4 ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
    }

    public int port() {
        return port;
    }

    /** One peer's datagrams come one at a time, and looking for another costs as much as taking one. */
    int readsInARow() {
        return shared ? SHARED_READS_IN_A_ROW : 1;
    }

    DatagramChannel channel() {
        return channel;
    }

    DatagramHandler handler() {
        return handler;
    }

    /**
     * Sends the remaining bytes at once or not at all: UDP promises nothing, so a full or broken network is no fault.
     * Any thread; never waits.
     */
    public void send(ByteBuffer datagram, InetSocketAddress to) {
        try {
            if (channel.send(datagram, to) == 0) {
                unsent.incrementAndGet();
            }
        } catch (IOException | UnsupportedAddressTypeException e) { // the latter for IPv6 where there is none
            if (channel.isOpen() && unsent.getAndIncrement() == 0) {
                LOG.debug("A datagram to {} could not be sent", to, e);
            }
        }
    }

    /** How many datagrams the network did not take. */
    public long unsent() {
        return unsent.get();
    }

    /** Idempotent, any thread. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A UDP socket could not be closed", e);
        }
    }
}

package dev.odinbot.testing.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The network between two peers on loopback, with its {@link Weather} on each way, its blackouts, and a NAT that may forget.
 * It is put in the path by having the offering side take the answer that {@link #inFrontOf} makes. Any thread.
 */
public final class UdpProxy implements AutoCloseable {

    /** Where a packet goes. */
    public enum Way {
        TO_ANSWERER,
        TO_OFFERER
    }

    /** What has happened on one way. */
    public record Counts(long received, long lost, long duplicated, long passed) {}

    private static final Pattern CANDIDATE =
            Pattern.compile("(a=candidate:\\S+ 1 (?i:udp) \\d+) (\\S+) (\\d+) typ host[^\\r\\n]*");
    /** For a packet held back: two frames of audio go by. */
    private static final long HELD_BACK_NANOS = Duration.ofMillis(50).toNanos();

    private final Random random;
    private final Selector selector;
    private final DatagramChannel inside;
    private final List<DatagramChannel> outsides = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(65_536);
    private final PriorityQueue<Packet> underWay =
            new PriorityQueue<>(Comparator.comparingLong(Packet::dueNanos).thenComparingLong(Packet::number));
    private final Map<Way, Lane> lanes = new EnumMap<>(Way.class);
    private final Thread thread = new Thread(this::run, "udp-proxy");

    private @Nullable InetSocketAddress answerer;
    private @Nullable SocketAddress offerer;
    private long packets;

    private record Packet(long dueNanos, long number, Way way, byte[] bytes) {}

    private static final class Lane {
        private Weather weather = Weather.CALM;
        private Consumer<byte[]> tap = packet -> {};
        private long received;
        private long lost;
        private long duplicated;
        private long passed;
    }

    /** @param seed of all chance in it; to be named when a test fails */
    public UdpProxy(long seed) {
        random = new Random(seed);
        for (Way way : Way.values()) {
            lanes.put(way, new Lane());
        }
        try {
            selector = Selector.open();
            inside = open();
            outsides.add(open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    private DatagramChannel open() throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        return channel;
    }

    /** The answer with us for its one UDP candidate. */
    public synchronized String inFrontOf(String answer) {
        Matcher candidate = CANDIDATE.matcher(answer);
        if (!candidate.find()) {
            throw new IllegalArgumentException("No UDP candidate in the answer:\n" + answer);
        }
        answerer = new InetSocketAddress(candidate.group(2), Integer.parseInt(candidate.group(3)));
        String ours = candidate.group(1) + " 127.0.0.1 " + inside.socket().getLocalPort() + " typ host";
        String others = CANDIDATE.matcher(answer.substring(candidate.end())).replaceAll("a=x-removed");
        return answer.substring(0, candidate.start()) + ours + others;
    }

    /** An offer in which nobody finds a way past us. */
    public static String withoutCandidates(String offer) {
        return offer.replaceAll("a=(candidate:[^\\r\\n]*|end-of-candidates)\\r?\\n", "");
    }

    public synchronized void weather(Weather both) {
        lanes.values().forEach(lane -> lane.weather = both);
    }

    public synchronized void weather(Way way, Weather weather) {
        lane(way).weather = weather;
    }

    /** The answering side sees the offering one at a new port from now on; nothing reaches us at the old one. */
    public synchronized void rebind() {
        DatagramChannel old = outside();
        SelectionKey key = old.keyFor(selector);
        if (key != null) {
            key.cancel(); // but stays open: a router that has forgotten says nothing
        }
        try {
            outsides.add(open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        selector.wakeup();
    }

    /** Hears every packet that comes in on this way, whatever becomes of it; on our thread. */
    public synchronized void tap(Way way, Consumer<byte[]> listener) {
        lane(way).tap = listener;
    }

    /** Where the offering side was heard last. */
    public synchronized SocketAddress offerer() {
        if (offerer == null) {
            throw new IllegalStateException("Nothing has come from the offering side");
        }
        return offerer;
    }

    public synchronized SocketAddress answerer() {
        if (answerer == null) {
            throw new IllegalStateException("Not in front of anybody");
        }
        return answerer;
    }

    public synchronized Counts counts(Way way) {
        Lane lane = lane(way);
        return new Counts(lane.received, lane.lost, lane.duplicated, lane.passed);
    }

    private Lane lane(Way way) {
        return lanes.get(way);
    }

    private DatagramChannel outside() {
        return outsides.get(outsides.size() - 1);
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(passDue());
                selector.selectedKeys().clear();
                receiveAll();
            }
        } catch (IOException | ClosedSelectorException e) {
            if (selector.isOpen()) {
                throw new IllegalStateException("The proxy broke", e);
            }
        }
    }

    private synchronized void receiveAll() throws IOException {
        if (!selector.isOpen()) {
            return;
        }
        for (SocketAddress from = inside.receive(buffer.clear()); from != null; from = inside.receive(buffer.clear())) {
            offerer = from;
            take(Way.TO_ANSWERER);
        }
        while (outside().receive(buffer.clear()) != null) {
            take(Way.TO_OFFERER);
        }
    }

    private void take(Way way) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        Lane lane = lane(way);
        lane.received++;
        lane.tap.accept(bytes);
        if (random.nextDouble() < lane.weather.loss()) {
            lane.lost++;
            return;
        }
        queue(way, bytes, lane.weather);
        if (random.nextDouble() < lane.weather.duplication()) {
            lane.duplicated++;
            queue(way, bytes, lane.weather);
        }
    }

    private void queue(Way way, byte[] bytes, Weather weather) {
        long min = weather.minDelay().toNanos();
        long due = System.nanoTime()
                + min
                + (long) (random.nextDouble() * (weather.maxDelay().toNanos() - min));
        if (random.nextDouble() < weather.reordering()) {
            due += HELD_BACK_NANOS;
        }
        underWay.add(new Packet(due, packets++, way, bytes));
    }

    /** @return how long to wait for the next one, in ms; 0 for as long as it takes */
    private synchronized long passDue() throws IOException {
        for (Packet next = underWay.peek(); next != null; next = underWay.peek()) {
            long early = next.dueNanos() - System.nanoTime();
            if (early > 0) {
                return early / 1_000_000 + 1;
            }
            underWay.remove();
            pass(next);
        }
        return 0;
    }

    private void pass(Packet packet) throws IOException {
        boolean there = packet.way() == Way.TO_ANSWERER;
        SocketAddress to = there ? answerer : offerer;
        Lane lane = lane(packet.way());
        if (to == null || lane.weather.loss() >= 1) {
            lane.lost++; // a blackout also takes what is under way
            return;
        }
        (there ? outside() : inside).send(ByteBuffer.wrap(packet.bytes()), to);
        lane.passed++;
    }

    @Override
    public synchronized void close() {
        try {
            selector.close();
            inside.close();
            for (DatagramChannel outside : outsides) {
                outside.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

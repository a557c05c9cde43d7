package dev.odinbot.odin.transport.sctp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Two associations, what lies between them, and a time that the test moves. */
final class SimulatedNetwork {

    static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    /** One end. */
    static final class Side {
        final RecordingOutbox outbox = new RecordingOutbox();
        final SctpAssociation association;
        final List<Long> ticks = new ArrayList<>();
        /** Of its packets, those that the network lost. */
        final List<byte[]> lost = new ArrayList<>();

        int packets;

        Side(int firstTsn) {
            association = new SctpAssociation(5000, 5000, outbox, firstTsn);
        }
    }

    private record Packet(long due, long order, byte[] bytes, Side to) {}

    final Side alice;
    final Side bob;
    /** The part of the packets that is lost. */
    double loss;

    double duplication;
    long delayNanos = MILLI;
    long jitterNanos;
    boolean down;
    /** Clocks may well begin below zero. */
    long now = -TimeUnit.SECONDS.toNanos(3);

    private final Random random;
    private final PriorityQueue<Packet> packets =
            new PriorityQueue<>(Comparator.comparingLong(Packet::due).thenComparingLong(Packet::order));
    private long order;

    SimulatedNetwork(long seed) {
        this(seed, (int) ((seed + 1) * 0x9e3779b1L), (int) ((seed + 1) * 0x85ebca6bL));
    }

    SimulatedNetwork(long seed, int aliceFirstTsn, int bobFirstTsn) {
        random = new Random(seed);
        alice = new Side(aliceFirstTsn);
        bob = new Side(bobFirstTsn);
        alice.outbox.network = bytes -> carry(bytes, alice, bob);
        bob.outbox.network = bytes -> carry(bytes, bob, alice);
    }

    private void carry(byte[] bytes, Side from, Side to) {
        from.packets++;
        if (down || random.nextDouble() < loss) {
            from.lost.add(bytes);
            return;
        }
        post(bytes, to);
        if (random.nextDouble() < duplication) {
            post(bytes, to);
        }
    }

    private void post(byte[] bytes, Side to) {
        long jitter = jitterNanos == 0 ? 0 : (long) (random.nextDouble() * jitterNanos);
        packets.add(new Packet(now + delayNanos + jitter, order++, bytes, to));
    }

    void startBoth() {
        alice.association.start(now);
        bob.association.start(now);
    }

    /** Set up in a good network, whatever comes later. */
    static SimulatedNetwork established(long seed) {
        SimulatedNetwork network = new SimulatedNetwork(seed);
        network.startBoth();
        network.run(20 * MILLI);
        if (network.alice.outbox.establishments != 1 || network.bob.outbox.establishments != 1) {
            throw new AssertionError("Not established with seed " + seed);
        }
        return network;
    }

    boolean send(Side from, byte[] message) {
        return from.association.send(ByteBuffer.wrap(message), now);
    }

    /** Lets everything happen that happens within this time. */
    void run(long nanos) {
        long until = now + nanos;
        while (true) {
            long next = Math.min(
                    packets.isEmpty() ? Long.MAX_VALUE : packets.peek().due(),
                    Math.min(alice.association.deadlineNanos(), bob.association.deadlineNanos()));
            if (next > until) {
                now = until;
                return;
            }
            now = Math.max(now, next);
            while (!packets.isEmpty() && packets.peek().due() <= now) {
                Packet packet = packets.poll();
                packet.to().association.received(packet.bytes(), 0, packet.bytes().length, now);
            }
            tick(alice);
            tick(bob);
        }
    }

    private void tick(Side side) {
        if (side.association.deadlineNanos() <= now) {
            side.ticks.add(now);
            side.association.tick(now);
            if (side.association.deadlineNanos() <= now) {
                throw new AssertionError("Wants to be called again at once");
            }
        }
    }
}

package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A peer like webrtc-rs, which ODIN's servers run: it abandons each message the moment it is sent, and so answers every
 * SACK that leaves anything in flight with a FORWARD-TSN. If we answered each of those at once, neither would ever stop,
 * and every message would add to it.
 */
class EagerForwardingTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int MEASURED_SECONDS = 10;

    private record Event(long due, long order, Runnable what) {}

    private final ScriptedPeer peer = ScriptedPeer.established();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::due).thenComparingLong(Event::order));
    private final Random random = new Random(1);
    private long order;
    private long oneWayNanos;
    private double loss;
    private int nextTsn = ScriptedPeer.FIRST_TSN;
    private int acknowledged = nextTsn - 1;
    private int ourHighest;
    private int ourData;
    private int ourPackets;
    private int forwards;

    private void at(long due, Runnable what) {
        events.add(new Event(due, order++, what));
    }

    private void carry(Runnable arrival) {
        if (random.nextDouble() >= loss) {
            // Not quite regular, or all of it may meet in the same instants and hide the fault.
            at(peer.now + oneWayNanos + (long) (random.nextDouble() * MILLI), arrival);
        }
    }

    private void toUs(byte[] chunk) {
        carry(() -> peer.give(peer.itsTag, chunk));
    }

    private void fromUs(byte[] packet) {
        ourPackets++;
        carry(() -> Wire.chunks(packet).forEach(this::peerGot));
    }

    private void peerGot(Wire.Chunk chunk) {
        switch (chunk.type()) {
            case ChunkType.SACK -> peerGotSack(chunk.intAt(0));
            case ChunkType.DATA -> {
                ourHighest = Math.max(ourHighest, chunk.intAt(0) - peer.itsFirstTsn);
                if (++ourData % 2 == 0) {
                    toUs(Wire.sack(peer.itsFirstTsn + ourHighest, 1 << 20, 0));
                }
            }
            case ChunkType.FORWARD_TSN -> {
                ourHighest = Math.max(ourHighest, chunk.intAt(0) - peer.itsFirstTsn);
                toUs(Wire.sack(peer.itsFirstTsn + ourHighest, 1 << 20, 0));
            }
            default -> throw new AssertionError("Chunk of type " + chunk.type());
        }
    }

    private void peerGotSack(int cumulative) {
        if (Tsn.isAfter(acknowledged, cumulative)) {
            return;
        }
        acknowledged = cumulative;
        int highest = nextTsn - 1;
        if (Tsn.isAfter(highest, cumulative)) {
            forwards++;
            toUs(Wire.chunk(ChunkType.FORWARD_TSN, 0, Wire.ints(highest)));
        }
    }

    private void everyTwentyMillis(long first, Runnable what) {
        at(first, () -> {
            what.run();
            everyTwentyMillis(first + 20 * MILLI, what);
        });
    }

    private void run(long nanos) {
        long until = peer.now + nanos;
        while (!events.isEmpty() && events.peek().due() <= until) {
            Event event = events.poll();
            if (event.due() > peer.now) {
                peer.pass(event.due() - peer.now);
            }
            event.what().run();
        }
        peer.outbox.messages.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "30, 0, false", "60, 0, false", "30, 0.01, false", "60, 0.01, false",
        "30, 0, true", "60, 0, true", "30, 0.01, true", "60, 0.01, true"
    })
    void fiftyMessagesASecond_ofAPeerThatForwardsAtEverySack_leaveThePacketsFew(
            int roundTripMillis, double loss, boolean weTalkToo) {
        oneWayNanos = roundTripMillis * MILLI / 2;
        this.loss = loss;
        peer.outbox.network = this::fromUs;
        everyTwentyMillis(peer.now, () -> toUs(Wire.data(7, nextTsn++, 2, 53, new byte[100])));
        if (weTalkToo) {
            everyTwentyMillis(peer.now + 7 * MILLI, () -> peer.send(160));
        }
        run(10 * SECOND);
        ourPackets = 0;
        forwards = 0;
        run(MEASURED_SECONDS * SECOND);
        assertThat(ourPackets / MEASURED_SECONDS).as("packets of ours a second").isBetween(20, 150);
        assertThat(forwards / MEASURED_SECONDS).as("its FORWARD-TSNs a second").isBetween(1, 150);
    }
}

package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arithmetic of what came and what is on its way, against simple models of it. */
class WindowsTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 20_000);

    @Test
    void receivedTsns_inAnyOrder_areSackedAsAModelSays() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int first = -50; // wraps soon
            ReceivedTsns tsns = new ReceivedTsns(first);
            RecordingOutbox outbox = new RecordingOutbox();
            PacketWriter writer = new PacketWriter(5000, 5000, outbox);
            TreeSet<Integer> above = new TreeSet<>();
            int cumulative = -1;
            for (int i = 0; i < CASES / 20; i++) {
                String where = "seed " + seed + " case " + i;
                if (random.nextInt(30) == 0) {
                    int to = cumulative - 3 + random.nextInt(20);
                    assertThat(tsns.skipTo(first + to)).as(where).isEqualTo(to > cumulative);
                    cumulative = Math.max(cumulative, to);
                } else {
                    int tsn =
                            cumulative - 2 + random.nextInt(random.nextInt(20) == 0 ? 3 * ReceivedTsns.WINDOW / 2 : 12);
                    ReceivedTsns.Arrival expected = tsn - cumulative >= ReceivedTsns.WINDOW
                            ? ReceivedTsns.Arrival.TOO_FAR
                            : tsn <= cumulative || above.contains(tsn)
                                    ? ReceivedTsns.Arrival.DUPLICATE
                                    : ReceivedTsns.Arrival.NEW;
                    assertThat(tsns.add(first + tsn)).as(where).isEqualTo(expected);
                    if (expected == ReceivedTsns.Arrival.NEW) {
                        above.add(tsn);
                    }
                }
                above.headSet(cumulative, true).clear();
                while (above.remove(cumulative + 1)) {
                    cumulative++;
                }
                assertThat(tsns.cumulative()).as(where).isEqualTo(first + cumulative);
                assertThat(tsns.hasGaps()).as(where).isEqualTo(!above.isEmpty());
                writer.begin();
                assertThat(tsns.writeSack(writer, 7, writer.room())).as(where).isTrue();
                writer.send();
                checkSack(Wire.chunks(outbox.packets.remove(0)).get(0), above, cumulative, where);
            }
        }
    }

    @Test
    void receivedTsns_ofFiftySpeakersBehindAHoleOfThreeSeconds_areTaken() {
        ReceivedTsns tsns = new ReceivedTsns(-100);
        int chunks = 50 * 50 * 3;
        for (int i = 1; i <= chunks; i++) {
            assertThat(tsns.add(-100 + i)).isEqualTo(ReceivedTsns.Arrival.NEW);
        }
        assertThat(tsns.add(-100)).isEqualTo(ReceivedTsns.Arrival.NEW);
        assertThat(tsns.cumulative()).isEqualTo(-100 + chunks);
    }

    private static void checkSack(Wire.Chunk sack, TreeSet<Integer> above, int cumulative, String where) {
        TreeSet<Integer> told = new TreeSet<>();
        int gaps = sack.shortAt(8);
        for (int i = 0; i < gaps; i++) {
            for (int ahead = sack.shortAt(12 + 4 * i); ahead <= sack.shortAt(14 + 4 * i); ahead++) {
                told.add(cumulative + ahead);
            }
        }
        if (gaps == 64) {
            above = new TreeSet<>(above.headSet(told.last(), true));
        }
        assertThat(told.equals(above)).as(where).isTrue();
        assertThat(gaps).as(where).isLessThanOrEqualTo(64);
        assertThat(sack.shortAt(10)).as(where).isLessThanOrEqualTo(16);
    }

    @Test
    void flight_whateverThePeerSays_countsWhatIsOnItsWay() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Flight flight = new Flight(-20);
            for (int i = 0; i < CASES / 20; i++) {
                String where = "seed " + seed + " case " + i;
                int span = flight.highest() - flight.acknowledged();
                switch (random.nextInt(5)) {
                    case 0 -> flight.acknowledgeUpTo(flight.acknowledged() + random.nextInt(span + 1));
                    case 1 -> {
                        if (span > 0) {
                            int tsn = flight.acknowledged() + 1 + random.nextInt(span);
                            boolean news = !flight.isAcknowledged(tsn) && !flight.isAbandoned(tsn);
                            assertThat(flight.acknowledge(tsn) > 0).as(where).isEqualTo(news);
                            flight.overtaken(tsn, i);
                        }
                    }
                    case 2 -> {
                        if (random.nextInt(10) == 0) {
                            flight.expire(i - random.nextInt(50));
                            assertThat(flight.isEmpty() || flight.mustForward())
                                    .as(where)
                                    .isTrue();
                        }
                    }
                    default -> {
                        int chunks = 1 + random.nextInt(3);
                        if (flight.hasRoomFor(chunks)) {
                            for (int c = 0; c < chunks; c++) {
                                int flags =
                                        (c == 0 ? DataChunk.BEGINNING : 0) | (c == chunks - 1 ? DataChunk.ENDING : 0);
                                flight.add(10, flags, i);
                            }
                        }
                    }
                }
                check(flight, where);
            }
        }
    }

    private static void check(Flight flight, String where) {
        int onTheirWay = 0;
        int forward = flight.acknowledged();
        boolean open = true;
        for (int tsn = flight.acknowledged() + 1; tsn != flight.highest() + 1; tsn++) {
            boolean abandoned = flight.isAbandoned(tsn);
            if (!abandoned && !flight.isAcknowledged(tsn)) {
                onTheirWay++;
                open = false;
            } else if (abandoned && open) {
                forward = tsn;
            }
        }
        assertThat(flight.bytes()).as(where).isEqualTo(10 * onTheirWay);
        // An acknowledgement may have joined two stretches since, which the next look at losses finds.
        assertThat(flight.forward() - forward).as(where).isLessThanOrEqualTo(0);
        assertThat(flight.isEmpty()).as(where).isEqualTo(flight.highest() == flight.acknowledged());
    }

    @Test
    void flight_threeReportsOfLaterOnes_abandonTheWholeMessage() {
        Flight flight = new Flight(1);
        flight.add(10, DataChunk.BEGINNING, 0);
        flight.add(10, 0, 0);
        flight.add(10, DataChunk.ENDING, 0);
        for (int i = 0; i < 3; i++) {
            flight.add(10, DataChunk.BEGINNING | DataChunk.ENDING, 0);
        }
        flight.acknowledge(1);
        flight.acknowledge(3);
        for (int tsn = 4; tsn <= 6; tsn++) {
            flight.acknowledge(tsn);
            assertThat(flight.overtaken(tsn, 0)).isEqualTo(tsn == 6 ? 3 : 0);
        }
        assertThat(flight.forward()).isEqualTo(3);
        assertThat(flight.mustForward()).isTrue();
        assertThat(flight.bytes()).isZero();
    }

    @Test
    void flight_tooYoungToBeLost_waits() {
        Flight flight = new Flight(1);
        for (int i = 0; i < 5; i++) {
            flight.add(10, DataChunk.BEGINNING | DataChunk.ENDING, 100);
        }
        for (int tsn = 2; tsn <= 4; tsn++) {
            flight.acknowledge(tsn);
            assertThat(flight.overtaken(tsn, 99)).isZero();
        }
        flight.acknowledge(5);
        assertThat(flight.overtaken(5, 100)).isEqualTo(1);
    }

    @Test
    void roundTrip_measuredAndUnanswered_staysWithinItsBounds() {
        RoundTrip roundTrip = new RoundTrip();
        assertThat(roundTrip.timeoutNanos()).isEqualTo(1_000_000_000L);
        roundTrip.measured(1_000_000);
        assertThat(roundTrip.timeoutNanos()).isEqualTo(RoundTrip.MIN_NANOS);
        roundTrip.measured(250_000_000);
        roundTrip.measured(250_000_000);
        assertThat(roundTrip.timeoutNanos()).isBetween(RoundTrip.MIN_NANOS, RoundTrip.MAX_NANOS);
        long measured = roundTrip.timeoutNanos();
        roundTrip.backOff();
        assertThat(roundTrip.timeoutNanos()).isEqualTo(Math.max(measured, RoundTrip.MAX_BACK_OFF_NANOS));
        roundTrip.measured(5_000_000_000L);
        assertThat(roundTrip.timeoutNanos()).isEqualTo(RoundTrip.MAX_NANOS);
        roundTrip.backOff();
        assertThat(roundTrip.timeoutNanos()).isEqualTo(RoundTrip.MAX_NANOS);
        for (int i = 0; i < 100; i++) {
            roundTrip.measured(1_000_000);
        }
        assertThat(roundTrip.timeoutNanos()).isEqualTo(RoundTrip.MIN_NANOS);
        assertThat(roundTrip.patienceNanos()).isBetween(1_000_000L, 2_000_000L);
    }

    @Test
    void congestionWindow_usedFully_growsFastThenSlowly_andShrinksOncePerFlight() {
        CongestionWindow window = new CongestionWindow();
        int mtu = CongestionWindow.MTU;
        window.acknowledged(1000, mtu, 1);
        assertThat(window.bytes()).isEqualTo(4 * mtu);
        for (int i = 0; i < 16; i++) {
            window.acknowledged(mtu, window.bytes(), i);
        }
        assertThat(window.bytes()).isEqualTo(20 * mtu);
        window.lost(100);
        window.lost(101);
        assertThat(window.bytes()).isEqualTo(10 * mtu);
        window.acknowledged(mtu, window.bytes(), 99);
        assertThat(window.bytes()).isEqualTo(10 * mtu);
        window.acknowledged(mtu, window.bytes(), 100);
        assertThat(window.bytes()).isEqualTo(11 * mtu);
        for (int i = 0; i < 11; i++) {
            window.acknowledged(mtu, window.bytes(), 101 + i);
        }
        assertThat(window.bytes()).isEqualTo(12 * mtu);
        window.timedOut();
        assertThat(window.bytes()).isEqualTo(4 * mtu);
    }
}

package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.SimulatedNetwork.Side;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SctpAssociationTest {

    private static final long MILLI = SimulatedNetwork.MILLI;

    private final SimulatedNetwork network = SimulatedNetwork.established(1);
    private final Side alice = network.alice;
    private final Side bob = network.bob;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void send_established_arrivesOnceOnTheOtherSide() {
        assertThat(network.send(alice, bytes("one"))).isTrue();
        assertThat(network.send(bob, bytes("two"))).isTrue();
        network.run(10 * MILLI);

        assertThat(bob.outbox.messages).containsExactly(bytes("one"));
        assertThat(alice.outbox.messages).containsExactly(bytes("two"));
    }

    @Test
    void send_partOfABuffer_sendsItAndLeavesThePosition() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(16);
        buffer.put(bytes("..hello..")).position(2).limit(7);

        assertThat(alice.association.send(buffer, network.now)).isTrue();
        network.run(10 * MILLI);

        assertThat(bob.outbox.messages).containsExactly(bytes("hello"));
        assertThat(buffer.position()).isEqualTo(2);
        assertThat(buffer.limit()).isEqualTo(7);
    }

    @Test
    void send_notEstablished_isRefused() {
        SimulatedNetwork fresh = new SimulatedNetwork(2);
        assertThat(fresh.send(fresh.alice, bytes("early"))).isFalse();
        fresh.startBoth();
        assertThat(fresh.send(fresh.alice, bytes("early"))).isFalse();
        assertThat(fresh.alice.association.counters().dropped).isEqualTo(2);
    }

    @Test
    void send_emptyOrTooLong_isRefused() {
        assertThat(network.send(alice, new byte[0])).isFalse();
        assertThat(network.send(alice, new byte[8193])).isFalse();
        network.run(10 * MILLI);
        assertThat(bob.outbox.messages).isEmpty();
    }

    @Test
    void received_severalPackets_sacksEverySecondAtOnceAndTheLastAfter200Millis() {
        int before = bob.packets;
        for (int i = 0; i < 5; i++) {
            network.send(alice, bytes("m" + i));
        }
        network.run(10 * MILLI);
        assertThat(bob.packets - before).isEqualTo(2);
        network.run(180 * MILLI);
        assertThat(bob.packets - before).isEqualTo(2);
        network.run(12 * MILLI);
        assertThat(bob.packets - before).isEqualTo(3);
    }

    @Test
    void sack_beforeItsTime_goesWithData() {
        network.send(alice, bytes("one"));
        network.run(10 * MILLI);
        int before = bob.packets;
        network.send(bob, bytes("two"));
        network.run(TimeUnit.SECONDS.toNanos(1));

        assertThat(bob.packets - before).isEqualTo(1);
        assertThat(alice.association.connection().outbound().flight().isEmpty()).isTrue();
    }

    @Test
    void lostMessage_tailOfTheFlow_isForwardedOverByTheTimer() {
        network.down = true;
        network.send(alice, bytes("lost"));
        network.down = false;
        network.run(TimeUnit.SECONDS.toNanos(3));

        assertThat(bob.outbox.messages).isEmpty();
        assertThat(alice.association.counters().abandoned).isEqualTo(1);
        assertThat(alice.association.connection().outbound().flight().isEmpty()).isTrue();
        assertThat(bob.association.connection().inbound().cumulativeTsn())
                .isEqualTo(alice.association.connection().outbound().highestTsn());
    }

    @Test
    void lostMessage_overtakenThreeTimes_isForwardedOverWithoutTheTimer() {
        for (int i = 0; i < 10; i++) {
            network.down = i == 4;
            network.send(alice, bytes("m" + i));
            network.run(20 * MILLI);
        }

        assertThat(bob.outbox.messages).hasSize(9);
        assertThat(alice.association.counters().abandoned).isEqualTo(1);
        assertThat(bob.association.connection().inbound().cumulativeTsn())
                .isEqualTo(alice.association.connection().outbound().highestTsn());
    }

    @Test
    void message_answeredWithinTheCall_goesOutWithItsSack() {
        bob.outbox.onMessage = () -> network.send(bob, bytes("reply"));
        for (int i = 0; i < 4; i++) {
            network.send(alice, bytes("m" + i));
        }
        network.run(TimeUnit.SECONDS.toNanos(1));

        assertThat(alice.outbox.messages).hasSize(4);
        assertThat(alice.association.connection().outbound().flight().isEmpty()).isTrue();
        assertThat(bob.association.connection().outbound().flight().isEmpty()).isTrue();
    }

    @Test
    void abort_withinTheCallOfAMessage_endsItThere() {
        bob.outbox.onMessage = () -> bob.association.abort("enough");
        network.send(alice, bytes("one"));
        network.send(alice, bytes("two"));
        network.run(TimeUnit.SECONDS.toNanos(1));

        assertThat(bob.outbox.messages).hasSize(1);
        assertThat(bob.outbox.closed).isNull();
        assertThat(alice.outbox.closed).isEqualTo("closed by the other side");
    }
}

package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.odinbot.odin.transport.stun.StunKey;
import dev.odinbot.odin.transport.stun.StunWriter;
import dev.odinbot.odin.transport.stun.TransactionId;
import dev.odinbot.odin.transport.udp.DatagramHandler;
import dev.odinbot.odin.transport.udp.UdpLoop;
import dev.odinbot.odin.transport.udp.UdpSocket;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.TimeModule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which connection gets what comes to the port that all share. */
class SharedPortTest {

    private static final TransactionId ID = new TransactionId(1, 2);
    private static final StunKey KEY = StunKey.of("a password of no matter");
    private static final int MANY = 50;

    private final SharedPort port = new SharedPort();
    private final UdpLoop loop =
            new UdpLoop("odin-udp-test", Guice.createInjector(new TimeModule()).getInstance(Ticker.class));
    private UdpSocket socket;

    @BeforeEach
    void open() throws IOException {
        socket = loop.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), true, port);
    }

    @AfterEach
    void close() {
        loop.close();
    }

    /** A connection's place: counts what it gets, and reads it as one would. */
    private final class Place implements DatagramHandler {
        private final List<Integer> got = new ArrayList<>();
        private final Wire lease;

        private Place(String ufrag) {
            lease = port.lease(socket, ufrag, this);
        }

        @Override
        public void received(ByteBuffer datagram, InetSocketAddress from, long nowNanos) {
            got.add(datagram.remaining());
            datagram.position(datagram.limit());
        }

        int takeCount() {
            int count = got.size();
            got.clear();
            return count;
        }
    }

    private static InetSocketAddress at(int number) {
        return new InetSocketAddress("192.0.2.1", 1000 + number);
    }

    private static ByteBuffer check(String recipient) {
        StunWriter writer = new StunWriter();
        int length = writer.request(ID)
                .username((recipient + ":peer").getBytes(StandardCharsets.UTF_8))
                .seal(KEY);
        return ByteBuffer.wrap(writer.bytes(), 0, length);
    }

    private static ByteBuffer answer() {
        StunWriter writer = new StunWriter();
        return ByteBuffer.wrap(writer.bytes(), 0, writer.success(ID).seal(KEY));
    }

    /** A record: no STUN. */
    private static ByteBuffer data() {
        return ByteBuffer.wrap(new byte[] {23, 1, 2, 3});
    }

    private void comes(ByteBuffer datagram, InetSocketAddress from) {
        port.received(datagram, from, 0);
    }

    @Test
    void received_check_goesToItsRecipientOnlyWhateverTheAddress() {
        Place one = new Place("one1");
        Place two = new Place("two2");
        two.lease.selected(at(1));

        comes(check("one1"), at(1));

        assertThat(one.takeCount()).isOne();
        assertThat(two.takeCount()).isZero();
    }

    @Test
    void received_unknownRecipientOrSenderOrGarbage_goesToNobody() {
        Place one = new Place("one1");
        one.lease.selected(at(1));

        comes(check("none"), at(1));
        comes(check(""), at(2));
        comes(data(), at(2));
        comes(answer(), at(2));
        comes(ByteBuffer.allocate(0), at(2));
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            comes(ByteBuffer.wrap(noise), at(2));
        }

        assertThat(one.takeCount()).isZero();
    }

    @Test
    void received_dataOfClaimedAndOfProvenAddress_goesToItsConnection() {
        Place one = new Place("one1");
        Place two = new Place("two2");
        one.lease.heard(at(1));
        two.lease.heard(at(2));
        two.lease.selected(at(2));

        comes(data(), at(1));
        comes(data(), at(2));
        comes(data(), at(2));

        assertThat(one.takeCount()).isOne();
        assertThat(two.takeCount()).isEqualTo(2);
    }

    @Test
    void received_dataOfAnAddressThatAnotherClaims_staysWithItsOwner() {
        Place owner = new Place("one1");
        Place claimant = new Place("two2");
        owner.lease.selected(at(1));
        claimant.lease.heard(at(1)); // its check bore the owner's address

        comes(data(), at(1));
        assertThat(owner.takeCount()).isOne();
        assertThat(claimant.takeCount()).isZero();

        comes(answer(), at(1));
        assertThat(owner.takeCount()).isOne();
        assertThat(claimant.takeCount()).as("the answer that would prove it").isOne();

        claimant.lease.selected(at(1));
        comes(data(), at(1));
        assertThat(owner.takeCount()).isZero();
        assertThat(claimant.takeCount()).isOne();

        owner.lease.close();
        comes(data(), at(1));
        assertThat(claimant.takeCount())
                .as("what it proved is not the former owner's")
                .isOne();
    }

    @Test
    void heard_manyAddresses_forgetsTheOldestButNeverTheSelectedOne() {
        Place one = new Place("one1");
        one.lease.heard(at(0));
        one.lease.selected(at(0));
        for (int i = 1; i <= MANY; i++) {
            one.lease.heard(at(i));
        }

        Place other = new Place("two2");
        other.lease.heard(at(0));
        comes(data(), at(0));
        assertThat(one.takeCount()).as("the selected one").isOne();
        comes(data(), at(MANY));
        assertThat(one.takeCount()).as("the last one").isOne();
        for (int i = 1; i <= MANY; i++) {
            comes(data(), at(i));
        }
        assertThat(one.takeCount()).isEqualTo(8);
    }

    @Test
    void selected_otherAddress_isFollowedAndTheFormerIsNotProtectedAnyMore() {
        Place roaming = new Place("one1");
        Place other = new Place("two2");
        roaming.lease.heard(at(1));
        roaming.lease.selected(at(1));
        roaming.lease.heard(at(2));
        roaming.lease.selected(at(2));

        comes(data(), at(2));
        comes(data(), at(1));
        assertThat(roaming.takeCount()).as("also what was still on its way").isEqualTo(2);

        other.lease.heard(at(1)); // the address was given to somebody else
        comes(data(), at(1));
        assertThat(roaming.takeCount()).isZero();
        assertThat(other.takeCount()).isOne();
    }

    @Test
    void selected_manyTimes_keepsOnlyAFewAddresses() {
        Place one = new Place("one1");
        for (int i = 0; i <= MANY; i++) {
            one.lease.heard(at(i));
            one.lease.selected(at(i));
        }
        for (int i = 0; i <= MANY; i++) {
            comes(data(), at(i));
        }
        assertThat(one.takeCount()).isEqualTo(9);
    }

    @Test
    void close_afterRoamingAndClaims_leavesNothingBehind() {
        Random random = new Random(11);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            places.add(new Place("place" + i));
        }
        for (int i = 0; i < 2_000; i++) {
            Wire lease = places.get(random.nextInt(places.size())).lease;
            InetSocketAddress address = at(random.nextInt(60));
            if (random.nextInt(4) == 0) {
                lease.selected(address);
            } else {
                lease.heard(address);
            }
        }
        assertThat(port.isEmpty()).isFalse();

        places.forEach(place -> place.lease.close());

        assertThat(port.isEmpty()).as("seed 11").isTrue();
    }
}

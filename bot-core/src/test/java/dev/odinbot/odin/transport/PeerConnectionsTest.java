package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import dev.odinbot.odin.transport.sdp.Candidate;
import dev.odinbot.odin.transport.sdp.SessionDescription;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.TimeModule;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PeerConnectionsTest {

    private static DataChannels channels;

    @BeforeAll
    static void open() {
        channels = channelsOn("127.0.0.1");
    }

    @AfterAll
    static void close() {
        channels.close();
    }

    private static DataChannels channelsOn(String bind) {
        return new PeerConnections(
                bind, 0, Guice.createInjector(new TimeModule()).getInstance(Ticker.class));
    }

    @Test
    void close_oneSide_bothHearItOnceAndSendNoMore() throws Exception {
        Pair pair = connect(channels);

        pair.offering.close();
        pair.offering.close();

        await().until(() -> pair.offered.closings.size() == 1 && pair.answered.closings.size() == 1);
        assertThat(pair.offered.closings).containsExactly("closed");
        assertThat(pair.answered.closings).containsExactly("closed by the other side");
        assertThat(pair.offering.send(ByteBuffer.allocate(3))).isFalse();
        assertThat(pair.answering.send(ByteBuffer.allocate(3))).isFalse();
        pair.answering.close();
        assertThat(pair.offering.isOpen()).isFalse();
        assertThat(pair.answering.isOpen()).isFalse();
    }

    @Test
    void listener_sendsFromWithinItsCalls_noThreadWaitsForAnother() throws Exception {
        Pair pair = connect(channels);
        pair.offered.reply = pair.offering;
        pair.answered.reply = pair.answering;

        assertThat(pair.offering.send(ByteBuffer.wrap(new byte[] {50}))).isTrue();

        await().until(() -> pair.answered.datagrams.size() + pair.offered.datagrams.size() == 51);
        pair.close();
    }

    @Test
    void answer_everyConnection_isOnOnePortOfTheBoundAddressOnly() throws Exception {
        List<Pair> pairs = List.of(connect(channels), connect(channels), connect(channels));

        List<Candidate> announced = pairs.stream()
                .flatMap(pair -> SessionDescription.parse(pair.answering.localDescription()).candidates().stream())
                .distinct()
                .toList();

        assertThat(announced).singleElement().satisfies(one -> {
            assertThat(one.host()).isEqualTo("127.0.0.1");
            // Free for others on other addresses: it is not bound to them all.
            try (DatagramSocket other = new DatagramSocket(one.port(), InetAddress.getByName("127.0.0.2"))) {
                assertThat(other.getLocalPort()).isEqualTo(one.port());
            }
        });
        assertThat(pairs)
                .allSatisfy(pair -> assertThat(SessionDescription.parse(pair.offering.localDescription())
                                .candidates())
                        .isEmpty());
        pairs.forEach(Pair::close);
    }

    @Test
    void connect_ipv6Only_works() throws Exception {
        try (DataChannels six = channelsOn("::1")) {
            connect(six).close();
        }
    }

    @Test
    void answer_fingerprintOfNoUse_failsTheStage() throws Exception {
        DataChannel offering =
                channels.offer(new RecordingListener()).toCompletableFuture().get(5, TimeUnit.SECONDS);
        String offer = offering.localDescription().replaceFirst("a=fingerprint:sha-256 ", "a=fingerprint:sha-512 ");

        assertThatThrownBy(() -> channels.answer(offer, new RecordingListener())
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        offering.close();
    }

    @Test
    void accept_badAnswer_isRefusedAndTheChannelStaysUsable() throws Exception {
        RecordingListener offered = new RecordingListener();
        RecordingListener answered = new RecordingListener();
        DataChannel offering = channels.offer(offered).toCompletableFuture().get(5, TimeUnit.SECONDS);

        assertThatIllegalArgumentException().isThrownBy(() -> offering.accept("x".repeat(1_000_000)));

        DataChannel answering = channels.answer(offering.localDescription(), answered)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        offering.accept(answering.localDescription());
        assertThatIllegalStateException().isThrownBy(() -> offering.accept(answering.localDescription()));
        await().until(() -> offering.isOpen() && answering.isOpen());
        offering.close();
        answering.close();
    }

    @Test
    void close_allChannels_closesThemAndFailsLaterOnes() throws Exception {
        DataChannels closing = channelsOn("127.0.0.1");
        Pair pair = connect(closing);
        closing.close();
        closing.close();

        assertThat(pair.offered.closings).hasSize(1);
        assertThat(pair.answered.closings).hasSize(1);
        assertThatThrownBy(() -> closing.offer(new RecordingListener())
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private static Pair connect(DataChannels channels) throws Exception {
        RecordingListener offered = new RecordingListener();
        RecordingListener answered = new RecordingListener();
        DataChannel offering = channels.offer(offered).toCompletableFuture().get(5, TimeUnit.SECONDS);
        DataChannel answering = channels.answer(offering.localDescription(), answered)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        offering.accept(answering.localDescription());
        await().pollInterval(Duration.ofMillis(2)).until(() -> offering.isOpen() && answering.isOpen());
        return new Pair(offering, offered, answering, answered);
    }

    private record Pair(
            DataChannel offering, RecordingListener offered, DataChannel answering, RecordingListener answered) {
        void close() {
            offering.close();
            answering.close();
        }
    }

    private static final class RecordingListener implements DataChannelListener {
        private final List<byte[]> datagrams = new CopyOnWriteArrayList<>();
        private final List<String> closings = new CopyOnWriteArrayList<>();
        private volatile DataChannel reply;

        @Override
        public void received(ByteBuffer datagram) {
            byte[] bytes = new byte[datagram.remaining()];
            datagram.get(bytes);
            datagrams.add(bytes);
            DataChannel to = reply;
            if (to != null && bytes[0] > 0) {
                to.send(ByteBuffer.wrap(new byte[] {(byte) (bytes[0] - 1)}));
            }
        }

        @Override
        public void closed(String reason) {
            closings.add(reason);
        }
    }
}

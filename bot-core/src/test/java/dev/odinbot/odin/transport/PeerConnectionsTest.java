package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.inject.Guice;
import dev.odinbot.odin.transport.sdp.Candidate;
import dev.odinbot.odin.transport.sdp.SessionDescription;
import dev.odinbot.testing.network.LoopbackSix;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.TimeModule;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
        Pair pair = Pair.connect(channels);

        pair.offering().close();
        pair.offering().close();

        await().until(() -> pair.offered().closings().size() == 1
                && pair.answered().closings().size() == 1);
        assertThat(pair.offered().closings()).containsExactly("closed");
        assertThat(pair.answered().closings()).containsExactly("closed by the other side");
        assertThat(pair.offering().send(ByteBuffer.allocate(3))).isFalse();
        assertThat(pair.answering().send(ByteBuffer.allocate(3))).isFalse();
        pair.answering().close();
        assertThat(pair.offering().isOpen()).isFalse();
        assertThat(pair.answering().isOpen()).isFalse();
    }

    @Test
    void listener_sendsFromWithinItsCalls_noThreadWaitsForAnother() throws Exception {
        Pair pair = Pair.connect(channels);
        AtomicInteger datagrams = new AtomicInteger();
        pair.offered().divert(bytes -> replyLess(bytes, pair.offering(), datagrams));
        pair.answered().divert(bytes -> replyLess(bytes, pair.answering(), datagrams));

        assertThat(pair.offering().send(ByteBuffer.wrap(new byte[] {50}))).isTrue();

        await().until(() -> datagrams.get() == 51);
        pair.close();
    }

    private static void replyLess(byte[] bytes, DataChannel channel, AtomicInteger datagrams) {
        datagrams.incrementAndGet();
        if (bytes[0] > 0) {
            channel.send(ByteBuffer.wrap(new byte[] {(byte) (bytes[0] - 1)}));
        }
    }

    @Test
    void send_longerThanTheOtherSideTakes_isDropped() throws Exception {
        Ear answered = new Ear();
        DataChannel offering = channels.offer(new Ear()).toCompletableFuture().get(30, TimeUnit.SECONDS);
        DataChannel answering = channels.answer(offering.localDescription(), answered)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        offering.accept(
                answering.localDescription().replaceFirst("a=max-message-size:[0-9]+", "a=max-message-size:100"));
        await().until(() -> offering.isOpen() && answering.isOpen());

        assertThat(offering.send(ByteBuffer.allocate(101))).isFalse();
        assertThat(offering.send(ByteBuffer.allocate(100))).isTrue();
        assertThat(answering.send(ByteBuffer.allocate(101))).isTrue();

        await().until(() -> answered.heard().size() == 1);
        assertThat(answered.heard().get(0)).hasSize(100);
        offering.close();
        answering.close();
    }

    @Test
    void noPort_filesUsedUp_saysWhyAndWhatToDo() {
        assertThat(PeerConnections.noPort(new SocketException("Too many open files")))
                .hasMessage("No UDP port could be opened for a data channel: Too many open files;"
                        + " raise the limit of open files (ulimit -n)");
        assertThat(PeerConnections.noPort(new SocketException("Permission denied")))
                .hasMessage("No UDP port could be opened for a data channel: Permission denied");
    }

    @Test
    void listen_addressOfAnotherMachine_isRefused() {
        try (DataChannels elsewhere = channelsOn("203.0.113.1")) {
            assertThatThrownBy(elsewhere::listen).isInstanceOf(IOException.class);
        }
    }

    @Test
    void answer_everyConnection_isOnOnePortOfTheBoundAddressOnly() throws Exception {
        List<Pair> pairs = List.of(Pair.connect(channels), Pair.connect(channels), Pair.connect(channels));

        List<Candidate> announced = pairs.stream()
                .flatMap(pair -> SessionDescription.parse(pair.answering().localDescription()).candidates().stream())
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
                .allSatisfy(pair -> assertThat(
                                SessionDescription.parse(pair.offering().localDescription())
                                        .candidates())
                        .isEmpty());
        pairs.forEach(Pair::close);
    }

    @Test
    void connect_ipv6Only_works() throws Exception {
        assumeTrue(LoopbackSix.isThere(), "this machine has no IPv6");
        try (DataChannels six = channelsOn("::1")) {
            Pair.connect(six).close();
        }
    }

    @Test
    void answer_fingerprintOfNoUse_failsTheStage() throws Exception {
        DataChannel offering = channels.offer(new Ear()).toCompletableFuture().get(30, TimeUnit.SECONDS);
        String offer = offering.localDescription().replaceFirst("a=fingerprint:sha-256 ", "a=fingerprint:sha-512 ");

        assertThatThrownBy(() ->
                        channels.answer(offer, new Ear()).toCompletableFuture().get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        offering.close();
    }

    @Test
    void accept_badAnswer_isRefusedAndTheChannelStaysUsable() throws Exception {
        Ear offered = new Ear();
        Ear answered = new Ear();
        DataChannel offering = channels.offer(offered).toCompletableFuture().get(30, TimeUnit.SECONDS);

        assertThatIllegalArgumentException().isThrownBy(() -> offering.accept("x".repeat(1_000_000)));

        DataChannel answering = channels.answer(offering.localDescription(), answered)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        offering.accept(answering.localDescription());
        assertThatIllegalStateException().isThrownBy(() -> offering.accept(answering.localDescription()));
        await().until(() -> offering.isOpen() && answering.isOpen());
        offering.close();
        answering.close();
    }

    @Test
    void close_allChannels_closesThemAndFailsLaterOnes() throws Exception {
        DataChannels closing = channelsOn("127.0.0.1");
        Pair pair = Pair.connect(closing);
        closing.close();
        closing.close();

        assertThat(pair.offered().closings()).hasSize(1);
        assertThat(pair.answered().closings()).hasSize(1);
        assertThatThrownBy(() -> closing.offer(new Ear()).toCompletableFuture().get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}

package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import dev.odinbot.time.TimeModule;
import dev.odinbot.time.Timers;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebRtcDataChannelsTest {

    private static DataChannels channels;

    @BeforeAll
    static void open() {
        channels = new WebRtcDataChannels(
                "127.0.0.1", Guice.createInjector(new TimeModule()).getInstance(Timers.class));
    }

    @AfterAll
    static void close() {
        channels.close();
    }

    @Test
    void send_openChannel_arrivesAsItWas() throws Exception {
        Pair pair = connect(channels);
        for (int i = 0; i < 100; i++) {
            ByteBuffer datagram =
                    ByteBuffer.allocateDirect(400).putInt(i).limit(157).position(0);
            // Paced by what arrives: the channel may drop what comes in a burst.
            assertThat(pair.offering.send(datagram)).isTrue();
            int expected = i + 1;
            await().pollInterval(Duration.ofMillis(1)).until(() -> pair.answered.datagrams.size() == expected);
        }

        assertThat(pair.answered.datagrams)
                .allSatisfy(datagram -> assertThat(datagram).hasSize(157));
        assertThat(pair.answered.datagrams.stream()
                        .map(bytes -> ByteBuffer.wrap(bytes).getInt()))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        pair.close();
    }

    @Test
    void send_heapBufferWithinLargerArray_sendsOnlyTheRemainingBytes() throws Exception {
        Pair pair = connect(channels);

        assertThat(pair.answering.send(ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}, 1, 3)))
                .isTrue();

        await().until(() -> !pair.offered.datagrams.isEmpty());
        assertThat(pair.offered.datagrams.get(0)).containsExactly(1, 2, 3);
        pair.close();
    }

    @Test
    void close_oneSide_bothHearItOnceAndSendNoMore() throws Exception {
        Pair pair = connect(channels);

        pair.offering.close();
        pair.offering.close();

        await().until(() -> pair.offered.closings.size() == 1 && pair.answered.closings.size() == 1);
        assertThat(pair.answered.closings).containsExactly("closed by the other side");
        assertThat(pair.offering.send(ByteBuffer.allocate(3))).isFalse();
        assertThat(pair.answering.send(ByteBuffer.allocate(3))).isFalse();
        pair.answering.close();
        assertThat(pair.offering.isOpen()).isFalse();
    }

    @Test
    void send_notConnectedYet_isDropped() throws Exception {
        DataChannel offering =
                channels.offer(new RecordingListener()).toCompletableFuture().get(5, TimeUnit.SECONDS);

        assertThat(offering.send(ByteBuffer.allocate(3))).isFalse();
        offering.close();
    }

    @Test
    void offer_hasNoCandidates_answerHasOnlyTheBoundAddress() throws Exception {
        DataChannel offering =
                channels.offer(new RecordingListener()).toCompletableFuture().get(5, TimeUnit.SECONDS);
        DataChannel answering = channels.answer(offering.localDescription(), new RecordingListener())
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);

        assertThat(SessionDescription.parse(offering.localDescription()).candidates())
                .isEmpty();
        assertThat(SessionDescription.parse(answering.localDescription()).candidates())
                .singleElement()
                .asString()
                .matches("candidate:1 1 udp \\d+ 127\\.0\\.0\\.1 \\d+ typ host");
        offering.close();
        answering.close();
    }

    @Test
    void answer_wildcardAddress_announcesEveryAddressOfTheMachine() throws Exception {
        Timers timers = Guice.createInjector(new TimeModule()).getInstance(Timers.class);
        try (DataChannels everywhere = new WebRtcDataChannels("0.0.0.0", timers)) {
            Pair pair = connect(everywhere);
            assertThat(SessionDescription.parse(pair.answering.localDescription())
                            .candidates())
                    .anyMatch(candidate -> candidate.contains(" 127.0.0.1 "));
            pair.close();
        }
    }

    @Test
    void connect_machineWithoutNetwork_worksOnAPortOfOurChoice() throws Exception {
        Timers timers = Guice.createInjector(new TimeModule()).getInstance(Timers.class);
        List<Integer> chosen = new CopyOnWriteArrayList<>();
        try (DataChannels offline =
                new WebRtcDataChannels("127.0.0.1", timers, () -> OptionalInt.of(freePort(chosen)))) {
            Pair pair = connect(offline);

            assertThat(SessionDescription.parse(pair.answering.localDescription())
                            .candidates())
                    .singleElement()
                    .asString()
                    .endsWith(" 127.0.0.1 " + chosen.get(1) + " typ host");
            pair.close();
        }
    }

    private static int freePort(List<Integer> chosen) {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            chosen.add(socket.getLocalPort());
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "v=0\r\n",
                "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n"
            })
    void answer_badOffer_failsTheStage(String offer) {
        assertThatThrownBy(() -> channels.answer(offer, new RecordingListener())
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    /** What passes our reading may still be refused by the library. */
    @ParameterizedTest
    @ValueSource(strings = {"a=fingerprint:sha-512 AB:AB", "a=setup:active", "a=mid:other", "a=sctp-port:1"})
    void answer_oddOffer_isAnsweredOrRefused(String line) {
        CompletableFuture<DataChannel> answer = channels.answer(
                        SessionDescriptionTest.OFFER + line + "\r\n", new RecordingListener())
                .toCompletableFuture();

        await().until(answer::isDone);
        assertThat(answer.handle((channel, fault) -> fault == null || fault instanceof IllegalArgumentException))
                .isCompletedWithValue(true);
        answer.thenAccept(DataChannel::close);
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
        await().until(() -> offering.isOpen() && answering.isOpen());
        offering.close();
        answering.close();
    }

    @Test
    void accept_answerThatTheLibraryRefuses_closesTheChannel() throws Exception {
        RecordingListener offered = new RecordingListener();
        DataChannel offering = channels.offer(offered).toCompletableFuture().get(5, TimeUnit.SECONDS);

        offering.accept(SessionDescriptionTest.OFFER.replace("a=mid:0", "a=mid:other"));

        await().until(() -> !offered.closings.isEmpty());
        assertThat(offered.closings.get(0)).startsWith("the answer was not accepted");
    }

    @Test
    void connectAndClose_manyTimes_staysAlive() throws Exception {
        for (int i = 0; i < 200; i++) {
            connect(channels).close();
        }
    }

    @Test
    void close_whileOthersSend_staysAlive() throws Exception {
        for (int i = 0; i < 20; i++) {
            Pair pair = connect(channels);
            AtomicBoolean going = new AtomicBoolean(true);
            AtomicInteger sent = new AtomicInteger();
            CompletableFuture<Void> senders = CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> sendWhile(going, pair.offering, sent)),
                    CompletableFuture.runAsync(() -> sendWhile(going, pair.answering, sent)));
            await().pollInterval(Duration.ofMillis(1)).until(() -> sent.get() > 50);
            pair.close();
            await().until(() -> pair.offered.closings.size() == 1 && pair.answered.closings.size() == 1);
            going.set(false);
            senders.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void close_allChannels_failsLaterOnes() {
        Timers timers = Guice.createInjector(new TimeModule()).getInstance(Timers.class);
        DataChannels closing = new WebRtcDataChannels("127.0.0.1", timers);
        closing.close();
        closing.close();

        assertThatThrownBy(() -> closing.offer(new RecordingListener())
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void close_whileOthersCloseTheirChannels_waitsForThemAll() throws Exception {
        Timers timers = Guice.createInjector(new TimeModule()).getInstance(Timers.class);
        DataChannels closing = new WebRtcDataChannels("127.0.0.1", timers);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pairs.add(connect(closing));
        }
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> pairs.forEach(Pair::close));
        closing.close();

        others.get(5, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(pairs).allSatisfy(pair -> {
            assertThat(pair.offered.closings).hasSize(1);
            assertThat(pair.answered.closings).hasSize(1);
        }));
    }

    @Test
    void offer_somethingBreaks_failsTheStage() {
        Timers timers = Guice.createInjector(new TimeModule()).getInstance(Timers.class);
        try (DataChannels broken = new WebRtcDataChannels("127.0.0.1", timers, () -> {
            throw new NoClassDefFoundError("on purpose");
        })) {
            assertThatThrownBy(() -> broken.offer(new RecordingListener())
                            .toCompletableFuture()
                            .get(5, TimeUnit.SECONDS))
                    .hasRootCauseMessage("on purpose");
        }
    }

    private static void sendWhile(AtomicBoolean going, DataChannel channel, AtomicInteger sent) {
        ByteBuffer datagram = ByteBuffer.allocateDirect(157);
        while (going.get()) {
            if (channel.send(datagram)) {
                sent.incrementAndGet();
            }
        }
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

        @Override
        public void received(ByteBuffer datagram) {
            byte[] bytes = new byte[datagram.remaining()];
            datagram.get(bytes);
            datagrams.add(bytes);
        }

        @Override
        public void closed(String reason) {
            closings.add(reason);
        }
    }
}

package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import dev.odinbot.time.TimeModule;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

/** What holds for our data channels whoever is at the other end, here themselves. */
class DataChannelsTest {

    private static DataChannels channels;

    @BeforeAll
    static void open() {
        channels = Stack.OURS.open();
    }

    @AfterAll
    static void close() {
        channels.close();
    }

    @Test
    void send_openChannel_arrivesAsItWas() throws Exception {
        Pair pair = Pair.connect(channels);
        for (int i = 0; i < 100; i++) {
            ByteBuffer datagram =
                    ByteBuffer.allocateDirect(400).putInt(i).limit(157).position(0);
            // Paced by what arrives: the channel may drop what comes in a burst.
            assertThat(pair.offering().send(datagram)).isTrue();
            int expected = i + 1;
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> pair.answered().heard().size() == expected);
        }

        assertThat(pair.answered().heard())
                .allSatisfy(datagram -> assertThat(datagram).hasSize(157));
        assertThat(pair.answered().heard().stream()
                        .map(bytes -> ByteBuffer.wrap(bytes).getInt()))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        pair.close();
    }

    @Test
    void listener_ofBothSides_hearsOpenedFirstAndClosedLastOnTheLoopsThreads() throws Exception {
        Pair pair = Pair.connect(channels);
        pair.offering().send(ByteBuffer.allocate(7));
        pair.answering().send(ByteBuffer.allocate(7));
        await().until(() ->
                !pair.offered().heard().isEmpty() && !pair.answered().heard().isEmpty());
        pair.close();

        for (Ear ear : List.of(pair.offered(), pair.answered())) {
            await().until(() -> !ear.closings().isEmpty());
            assertThat(ear.events()).containsExactly("opened", "received", "closed");
            assertThat(ear.threads()).isNotEmpty().allMatch(name -> name.startsWith("odin-udp-"));
        }
    }

    @Test
    void send_heapBufferWithinLargerArray_sendsOnlyTheRemainingBytes() throws Exception {
        Pair pair = Pair.connect(channels);

        assertThat(pair.answering().send(ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}, 1, 3)))
                .isTrue();

        await().until(() -> !pair.offered().heard().isEmpty());
        assertThat(pair.offered().heard().get(0)).containsExactly(1, 2, 3);
        pair.close();
    }

    @Test
    void send_notConnectedYet_isDropped() throws Exception {
        DataChannel offering = channels.offer(new Ear()).toCompletableFuture().get(30, TimeUnit.SECONDS);

        assertThat(offering.send(ByteBuffer.allocate(3))).isFalse();
        offering.close();
    }

    @Test
    void answer_wildcardAddress_announcesEveryAddressOfTheMachine() throws Exception {
        try (DataChannels everywhere = Guice.createInjector(new TransportModule("0.0.0.0"), new TimeModule())
                .getInstance(DataChannels.class)) {
            Pair pair = Pair.connect(everywhere);
            assertThat(candidates(pair.answering())).anyMatch(candidate -> candidate.contains(" 127.0.0.1 "));
            pair.close();
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
        assertThatThrownBy(() ->
                        channels.answer(offer, new Ear()).toCompletableFuture().get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void connectAndClose_manyTimes_staysAlive() throws Exception {
        for (int i = 0; i < 200; i++) {
            Pair.connect(channels).close();
        }
    }

    @Test
    void close_whileOthersSend_staysAlive() throws Exception {
        for (int i = 0; i < 20; i++) {
            Pair pair = Pair.connect(channels);
            AtomicBoolean going = new AtomicBoolean(true);
            AtomicInteger sent = new AtomicInteger();
            CompletableFuture<Void> senders = CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> sendWhile(going, pair.offering(), sent)),
                    CompletableFuture.runAsync(() -> sendWhile(going, pair.answering(), sent)));
            await().pollInterval(Duration.ofMillis(1)).until(() -> sent.get() > 50);
            pair.close();
            await().until(() -> pair.offered().closings().size() == 1
                    && pair.answered().closings().size() == 1);
            going.set(false);
            senders.get(30, TimeUnit.SECONDS);
            for (Ear ear : List.of(pair.offered(), pair.answered())) {
                assertThat(ear.events()).startsWith("opened").endsWith("closed").containsOnlyOnce("opened", "closed");
                assertThat(ear.threads()).isNotEmpty().allMatch(name -> name.startsWith("odin-udp-"));
            }
        }
    }

    @Test
    void close_whileOthersCloseTheirChannels_waitsForThemAll() throws Exception {
        DataChannels closing = Stack.OURS.open();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pairs.add(Pair.connect(closing));
        }
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> pairs.forEach(Pair::close));
        closing.close();

        others.get(30, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(pairs).allSatisfy(pair -> {
            assertThat(pair.offered().closings()).hasSize(1);
            assertThat(pair.answered().closings()).hasSize(1);
        }));
    }

    private static void sendWhile(AtomicBoolean going, DataChannel channel, AtomicInteger sent) {
        ByteBuffer datagram = ByteBuffer.allocateDirect(157);
        while (going.get()) {
            if (channel.send(datagram)) {
                sent.incrementAndGet();
            }
        }
    }

    private static List<String> candidates(DataChannel channel) {
        return channel.localDescription()
                .lines()
                .filter(line -> line.startsWith("a=candidate:"))
                .toList();
    }
}

package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.odin.transport.TransportModule;
import dev.odinbot.time.TimeModule;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our data channels with a peer that has nothing in common with libwebrtc, in whose company ours grew up. */
class WeriftIT {

    private static final int MESSAGES = 100;
    private static final int MESSAGE_BYTES = 160;
    private static final Duration FRAME = Duration.ofMillis(20);

    private static DataChannels channels;

    private final Ear ear = new Ear();

    @BeforeAll
    static void open() {
        channels = Guice.createInjector(new TransportModule("127.0.0.1"), new TimeModule())
                .getInstance(DataChannels.class);
    }

    @AfterAll
    static void close() {
        channels.close();
    }

    @Test
    void werift_offers_talksUntilItHangsUp() throws Exception {
        try (WeriftPeer peer = new WeriftPeer(false);
                DataChannel channel =
                        channels.answer(peer.offer(), ear).toCompletableFuture().get(30, TimeUnit.SECONDS)) {
            peer.accept(channel.localDescription());
            talk(channel, peer);

            peer.hangUp();
            soon().until(() -> !ear.closings.isEmpty());
            assertThat(channel.isOpen()).isFalse();
        }
        assertThat(ear.closings).hasSize(1);
    }

    @Test
    void werift_answers_talksUntilWeHangUp() throws Exception {
        offerTo(false);
    }

    @Test
    void werift_answersAsIceLite_talksUntilWeHangUp() throws Exception {
        offerTo(true);
    }

    private void offerTo(boolean lite) throws Exception {
        try (WeriftPeer peer = new WeriftPeer(lite);
                DataChannel channel = channels.offer(ear).toCompletableFuture().get(30, TimeUnit.SECONDS)) {
            String answer = peer.answer(channel.localDescription());
            assertThat(answer.contains("a=ice-lite")).isEqualTo(lite);
            channel.accept(answer);
            talk(channel, peer);

            channel.close();
            soon().until(() -> peer.events().contains("closed"));
        }
        assertThat(ear.closings).hasSize(1);
    }

    /** A hundred messages there at the pace of audio, each sent back. */
    private void talk(DataChannel channel, WeriftPeer peer) {
        soon().until(() -> channel.isOpen() && peer.events().contains("open"));
        List<byte[]> messages =
                new Random(51).ints(MESSAGES).mapToObj(WeriftIT::message).toList();
        for (byte[] message : messages) {
            await().pollDelay(FRAME).until(() -> channel.send(ByteBuffer.wrap(message)));
        }

        String[] all = hex(messages).toArray(String[]::new);
        soon().untilAsserted(() -> assertThat(peer.messages()).containsExactlyInAnyOrder(all));
        soon().untilAsserted(() -> assertThat(hex(ear.heard)).containsExactlyInAnyOrder(all));
    }

    private static byte[] message(int seed) {
        byte[] message = new byte[MESSAGE_BYTES];
        new Random(seed).nextBytes(message);
        return message;
    }

    private static Stream<String> hex(List<byte[]> messages) {
        return messages.stream().map(HexFormat.of()::formatHex);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(FRAME);
    }

    private static final class Ear implements DataChannelListener {
        private final List<byte[]> heard = new CopyOnWriteArrayList<>();
        private final List<String> closings = new CopyOnWriteArrayList<>();

        @Override
        public void received(ByteBuffer datagram) {
            byte[] bytes = new byte[datagram.remaining()];
            datagram.get(bytes);
            heard.add(bytes);
        }

        @Override
        public void closed(String reason) {
            closings.add(reason);
        }
    }
}

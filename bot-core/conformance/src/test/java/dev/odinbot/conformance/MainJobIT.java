package dev.odinbot.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.odinbot.bot.RunningBot;
import dev.odinbot.odin.protocol.AudioDatagram;
import dev.odinbot.odin.protocol.PeerUpdated;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.testing.ScriptedStream;
import dev.odinbot.testing.ToneMeter;
import dev.odinbot.testing.Tones;
import dev.odinbot.web.BotStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job with real sockets and real WebRTC in one process: the bot in two rooms with two keys, and a second client that
 * chats and listens.
 */
class MainJobIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECOND = 50; // frames

    private static RunningBot bot;

    private ScriptedClient visitor;
    private ScriptedStream lobby;

    @BeforeAll
    static void startBot(@TempDir Path folder) throws Exception {
        Path library = Files.createDirectories(folder.resolve("music"));
        Tones.wav(library.resolve("A long tone.wav"), 440, 0.5, Duration.ofSeconds(60));
        Tones.wav(library.resolve("A short tone.wav"), 660, 0.5, Duration.ofMillis(1000));
        Tones.wav(library.resolve("A brief tone.wav"), 660, 0.5, Duration.ofSeconds(5));
        Files.writeString(library.resolve("broken.mp3"), "This is not audio, whatever its name says.");
        bot = RunningBot.start("""
                odin:
                  keys: {default: "", second: ""}
                rooms:
                  - id: Lobby
                    greeting: ""
                  - {id: Bar, key: second, prefix: "?", greeting: "Welcome to the bar."}
                permissions: {users: {boss: [owner]}}
                audio: {library: '%s'}
                local-server: {port: 0, tls-port: 0}
                plugins: {folder: '%s'}
                """.formatted(library, plugins()));
    }

    /** Those of the distribution. */
    static Path plugins() {
        return Path.of(System.getProperty("odinbot.dist", "../../target/odin-bot"))
                .resolve("plugins")
                .toAbsolutePath();
    }

    @AfterAll
    static void stopBot() {
        bot.close();
    }

    @BeforeEach
    void join() throws Exception {
        visitor = bot.connect("default", "Lobby", "visitor");
        lobby = visitor.join("Lobby");
        visitor.openChannel();
    }

    @AfterEach
    void leave() throws Exception {
        if (playing("Lobby")) {
            say(lobby, "!stop");
            await().until(() ->
                    lobby.heard(PeerUpdated.MediaStopped.class).findAny().isPresent());
        }
        lobby.close();
        visitor.main().close();
    }

    @Test
    void play_fileOfTheLibrary_isHeardWithoutAGapAndStops() throws Exception {
        say(lobby, "!play long tone");

        awaitReply(lobby, "Playing A long tone (1:00).");
        await().until(() -> visitor.datagrams().size() >= 3 * SECOND);
        say(lobby, "!stop");
        awaitReply(lobby, "Stopped, and the queue is empty.");
        PeerUpdated.MediaStarted started = lobby.await1(PeerUpdated.MediaStarted.class);
        assertThat(lobby.await1(PeerUpdated.MediaStopped.class).mediaId())
                .isEqualTo(started.media().id());

        List<byte[]> packets =
                opusWithoutGap(visitor.datagrams(), started.media().id());
        try (ToneMeter ears = new ToneMeter()) {
            ears.addAll(packets.subList(SECOND, 2 * SECOND));
            assertThat(ears.frequency()).isCloseTo(440, within(2.0));
            assertThat(ears.leftAmplitude(440)).isCloseTo(0.5, within(0.05));
        }
        assertThat(packets.subList(packets.size() - 5, packets.size()))
                .as("decoders are brought to rest")
                .allSatisfy(packet -> assertThat(packet).isEqualTo(new byte[] {(byte) 0xfc, (byte) 0xff, (byte) 0xfe}));
    }

    @Test
    void kickAndBan_byAnOwner_areCarriedOutByTheGateway() throws Exception {
        ScriptedStream boss = bot.connect("default", "Lobby", "boss").join("Lobby");
        ScriptedStream guest = bot.connect("default", "Lobby", "guest").join("Lobby");
        say(lobby, "!kick guest");
        await().untilAsserted(() -> assertThat(replies(lobby)).anyMatch(said -> said.contains("moderation.kick")));

        say(boss, "!kick guest");
        assertThat(guest.await1(RoomUpdate.Left.class).reason()).isEqualTo("PeerKicked");
        awaitReply(boss, "guest has been thrown out.");

        ScriptedStream again = bot.connect("default", "Lobby", "guest").join("Lobby");
        say(boss, "!ban guest 1h");
        assertThat(again.await1(RoomUpdate.Left.class).reason()).isEqualTo("PeerKicked");
        awaitReply(boss, "guest is banned for 1h.");
        ScriptedClient banned = bot.connect("default", "Lobby", "guest");
        assertThatThrownBy(() -> banned.join("Lobby")).hasMessageContaining("banned from this room");
        banned.main().close();
        boss.close();
    }

    @Test
    void queue_afterTwoRequests_listsThemAndPlaysOneAfterTheOther() throws Exception {
        say(lobby, "!play brief tone");
        awaitReply(lobby, "Playing A brief tone (0:05).");
        say(lobby, "!p long tone");
        awaitReply(lobby, "Queued A long tone (1:00) at position 1.");

        say(lobby, "!queue");

        awaitReply(lobby, "Now: A brief tone (0:05)\n1. A long tone (1:00)\nPage 1/1: 1 track, 1:00");
        await().until(() -> visitor.datagrams().size() >= 6 * SECOND);
        assertThat(lobby.heard(PeerUpdated.MediaStarted.class))
                .as("one media for both")
                .hasSize(1);
        opusWithoutGap(
                visitor.datagrams(),
                lobby.await1(PeerUpdated.MediaStarted.class).media().id());
    }

    @Test
    void end_ofTheOnlyTrack_stopsTheMedia() throws Exception {
        say(lobby, "!play short tone");

        lobby.await1(PeerUpdated.MediaStopped.class);

        // They go another way than the notice, and the first may come before the server can forward them.
        await().untilAsserted(() -> assertThat(visitor.datagrams())
                .as("frames and the silence behind them")
                .hasSizeBetween(SECOND / 2, SECOND + 5)); // a clock that is late skips
    }

    @Test
    void play_brokenFile_isAClearLineAndTheQueueGoesOn() throws Exception {
        say(lobby, "!play broken");

        await().until(() -> replies(lobby).findAny().isPresent());
        assertThat(replies(lobby).findFirst().orElseThrow()).contains("broken").doesNotContain("Exception");
        say(lobby, "!play long tone");
        awaitReply(lobby, "Playing A long tone (1:00).");
        await().until(() -> visitor.datagrams().size() >= SECOND);
    }

    @Test
    void secondRoom_withItsOwnKeyAndPrefix_isServedApart() throws Exception {
        ScriptedClient guest = bot.connect("second", "Bar", "guest");
        ScriptedStream bar = guest.join("Bar");
        guest.openChannel();
        awaitReply(bar, "Welcome to the bar.");

        say(bar, "!play long tone");
        say(bar, "?play long tone");

        awaitReply(bar, "Playing A long tone (1:00).");
        await().until(() -> guest.datagrams().size() >= SECOND);
        assertThat(visitor.datagrams()).isEmpty();
        assertThat(replies(lobby)).isEmpty();
        say(bar, "?stop");
        bar.await1(PeerUpdated.MediaStopped.class);
    }

    @Test
    void message_thatIsNoChat_isIgnoredWithoutAWord() throws Exception {
        send(lobby, "!play long tone".getBytes(UTF_8));
        send(lobby, "{\"kind\":\"poke\",\"payload\":\"!play long tone\"}".getBytes(UTF_8));
        send(lobby, new byte[30_000]);
        send(lobby, "[".repeat(30_000).getBytes(UTF_8));

        say(lobby, "!nowplaying");

        awaitReply(lobby, "Nothing is playing.");
        assertThat(replies(lobby)).hasSize(1);
    }

    @Test
    void answer_comesInTheFormOfTheQuestion() throws Exception {
        send(lobby, "{\"kind\":\"message\",\"payload\":{\"text\":\"!volume\"}}".getBytes(UTF_8));

        await().until(() ->
                lobby.heard(RoomNotice.MessageReceived.class).findAny().isPresent());

        assertThat(lobby.await1(RoomNotice.MessageReceived.class).message())
                .asString(UTF_8)
                .isEqualTo("{\"kind\":\"message\",\"payload\":{\"text\":\"The volume is 100 %.\"}}");
    }

    /**
     * Asserts what a listener needs: one media, and of every packet the place in time that its number says. The bot numbers them without a
     * gap; on a machine that has no time for this some are lost on their way here.
     */
    static List<byte[]> opusWithoutGap(List<byte[]> datagrams, int mediaId) {
        List<byte[]> packets = new ArrayList<>();
        AudioDatagram reader = new AudioDatagram();
        int sequence = 0;
        int timestamp = 0;
        int lost = 0;
        for (byte[] datagram : datagrams) {
            assertThat(reader.read(ByteBuffer.wrap(datagram))).isTrue();
            assertThat(reader.medias()).isEqualTo(1);
            assertThat(reader.mediaId(0)).isEqualTo(mediaId);
            if (!packets.isEmpty()) {
                int step = reader.sequence() - sequence;
                assertThat(step).as("sequence").isPositive();
                assertThat(reader.timestamp() - timestamp).as("timestamp").isEqualTo(1800 * step);
                lost += step - 1;
            }
            sequence = reader.sequence();
            timestamp = reader.timestamp();
            packets.add(Arrays.copyOfRange(datagram, reader.opusOffset(), reader.opusOffset() + reader.opusLength()));
        }
        assertThat(lost).as("lost of %d", packets.size()).isLessThanOrEqualTo(packets.size() / 20);
        return packets;
    }

    private static BotStatus.RoomStatus room(String id) {
        return bot.status().rooms().stream()
                .filter(room -> room.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean playing(String room) {
        return room(room).playing() != null;
    }

    static void say(ScriptedStream room, String text) throws Exception {
        send(
                room,
                JSON.writeValueAsBytes(JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "message")
                        .put("payload", text)));
    }

    private static void send(ScriptedStream room, byte[] message) throws Exception {
        room.call(new RoomCall.SendMessage(message, null));
    }

    static void awaitReply(ScriptedStream room, String text) {
        await().untilAsserted(() -> assertThat(replies(room)).contains(text));
    }

    static Stream<String> replies(ScriptedStream room) {
        return room.heard(RoomNotice.MessageReceived.class).map(received -> {
            try {
                JsonNode root = JSON.readTree(received.message());
                return root.path("payload").asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

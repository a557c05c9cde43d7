package dev.odinbot.odin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.odinbot.odin.protocol.MainCall;
import dev.odinbot.odin.protocol.MediaInfo;
import dev.odinbot.odin.protocol.PeerUpdated;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.odin.transport.sdp.SessionDescription;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.LocalRoomServer;
import dev.odinbot.testing.ManualTimers;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.testing.ScriptedStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a badly behaved client can do: harm itself, and nobody else. */
class HostileInputTest {

    private final LocalRoomServer server = LocalRoomServer.start();
    private ScriptedClient mallory;
    private ScriptedStream mallorysRoom;
    private ScriptedClient anna;
    private ScriptedStream annasRoom;

    @BeforeEach
    void join() throws Exception {
        anna = ScriptedClient.connect(server, "Lobby", "anna");
        annasRoom = anna.join("Lobby");
        mallory = ScriptedClient.connect(server, "Lobby", "mallory");
        mallorysRoom = mallory.join("Lobby");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void frames_ofAnyGarbage_areCountedAndTheStreamGoesOn() throws Exception {
        for (byte[] frame : garbage()) {
            mallorysRoom.sendFrame(frame);
            mallory.main().sendFrame(frame);
        }
        mallorysRoom.sendText("not binary");

        mallorysRoom.call(new RoomCall.SendMessage(new byte[] {1}, null));
        annasRoom.await1(RoomNotice.MessageReceived.class);
        Complaints complaints = server.part(Complaints.class);
        await().untilAsserted(() -> assertThat(complaints.roomStreams.counts())
                .containsKeys("not MessagePack", "not an RPC frame", "frame nested too deep", "text frame"));
        assertThat(complaints.mainStreams.counts()).containsKey("not MessagePack");
    }

    @Test
    void frame_ofAMegabyte_closesOnlyItsOwnStream() throws Exception {
        mallorysRoom.sendFrame(new byte[1 << 20]);

        assertThat(mallorysRoom.closed().get(30, TimeUnit.SECONDS)).isIn(1009, -1);
        annasRoom.await1(RoomUpdate.PeerLeft.class);
        annasRoom.call(new RoomCall.SetPeerPosition(List.of(0.0, 0.0)));
        await().untilAsserted(() ->
                assertThat(server.part(Complaints.class).roomStreams.counts()).containsEntry("frame too large", 1L));
    }

    @Test
    void calls_withWrongOrMissingParams_areRefused() {
        assertRefused(mallorysRoom.call("SendMessage", Map.of()), "malformed params");
        assertRefused(mallorysRoom.call("SendMessage", Map.of("message", "text")), "malformed params");
        assertRefused(mallorysRoom.call("SendMessage", Map.of("message", new byte[65_537])), "message too long");
        assertRefused(mallorysRoom.call("UpdatePeer", Map.of("user_data", new byte[16_385])), "user data too long");
        assertRefused(
                mallorysRoom.call("SetPeerPosition", Map.of("position", List.of(Double.NaN, 0.0))), "invalid position");
        assertRefused(mallorysRoom.call("SetPeerPosition", Map.of("position", List.of())), "invalid position");
        assertRefused(
                mallorysRoom.call("SetPeerPosition", Map.of("position", Arrays.asList(0.0, null))), "malformed params");
        assertRefused(
                mallorysRoom.call(
                        "SendMessage", Map.of("message", new byte[1], "target_peer_ids", Arrays.asList(1L, null))),
                "malformed params");
        assertRefused(mallorysRoom.call("StartMedia", Map.of("media_id", "one")), "malformed params");
        assertRefused(mallorysRoom.call("PauseMedia", Map.of("media_id", 4711)), "media not found");
        assertRefused(mallorysRoom.call("SelfDestruct", Map.of()), "unknown method");
        assertRefused(mallory.main().call("JoinRoom", Map.of("room_id", "Lobby")), "malformed params");
        assertRefused(
                mallory.main()
                        .call(
                                "JoinRoom",
                                Map.of("room_id", "Lobby", "user_data", new byte[0], "position", List.of(0.0, 0.0))),
                "already in this room");
    }

    @Test
    void medias_notOnesOwn_canNeitherBeStartedNorSpokenOn() throws Exception {
        int annasMedia = annasRoom.joined().mediaIds().get(0);
        DataChannel voice = mallory.openChannel();
        annasRoom.call(new RoomCall.StartMedia(annasMedia, MediaInfo.Properties.NONE));
        mallorysRoom.await1(PeerUpdated.MediaStarted.class);

        assertRefused(mallorysRoom.start(new RoomCall.StartMedia(annasMedia, MediaInfo.Properties.NONE)), "invalid");
        assertRefused(mallorysRoom.start(new RoomCall.StopMedia(annasMedia, MediaInfo.Properties.NONE)), "invalid");
        voice.send(ScriptedClient.datagram(annasMedia, 1));
        awaitDatagramsRefused("datagram of a media that was not started", 1);
    }

    @Test
    void datagrams_ofAnyGarbage_areDroppedAndCounted() throws Exception {
        anna.openChannel();
        DataChannel voice = mallory.openChannel();
        int media = mallorysRoom.joined().mediaIds().get(0);
        mallorysRoom.call(new RoomCall.StartMedia(media, MediaInfo.Properties.NONE));
        int sent = 0;
        for (byte[] garbage : garbage()) {
            if (garbage.length > 0 && garbage.length <= 8192) {
                await().until(() -> voice.send(ByteBuffer.wrap(garbage)));
                awaitDatagramsRefused("not a datagram of audio", ++sent);
            }
        }

        await().until(() -> {
            voice.send(ScriptedClient.datagram(media, 1));
            return !anna.datagrams().isEmpty();
        });
        assertThat(sent).isGreaterThan(5);
    }

    @Test
    void datagrams_aboveTheLimit_areDropped() throws Exception {
        anna.openChannel();
        DataChannel voice = mallory.openChannel();
        int media = mallorysRoom.joined().mediaIds().get(0);
        mallorysRoom.call(new RoomCall.StartMedia(media, MediaInfo.Properties.NONE));

        Complaints complaints = server.part(Complaints.class);
        int[] sequence = {0};
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            voice.send(ScriptedClient.datagram(media, ++sequence[0]));
            return complaints.datagrams.counts().containsKey("datagrams above the limit");
        });

        assertThat(sequence[0]).isGreaterThan(Limits.PACKET_BURST);
    }

    @Test
    void offers_ofAnyGarbage_areRefusedAndAGoodOneStillWorks() throws Exception {
        for (String sdp : List.of(
                "",
                "v=0\r\n",
                "\u0000\uffff",
                "x".repeat(200_000),
                "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n")) {
            assertRefused(mallory.main().start(new MainCall.SetupWebRtc(sdp)), "Not a usable session description");
        }

        assertThat(mallory.openChannel().isOpen()).isTrue();
    }

    @Test
    void offer_thatTheServerCannotAnswer_isNotTakenForABadOne() throws Exception {
        server.part(DataChannels.class).close();
        String offer = SessionDescription.offer("abcd", "p".repeat(24), "sha-256 " + "AB:".repeat(31) + "CD")
                .text();

        assertRefused(mallory.main().start(new MainCall.SetupWebRtc(offer)), "WebRTC is not available");

        assertThat(server.part(Complaints.class).mainStreams.counts())
                .containsEntry("WebRTC is not available", 1L)
                .doesNotContainKey("bad WebRTC offer");
    }

    @Test
    void commands_aboveTheLimit_areRefused() throws Exception {
        FakeTicker ticker = new FakeTicker();
        try (LocalRoomServer timeless = LocalRoomServer.start(ticker, new ManualTimers(ticker))) {
            ScriptedStream room =
                    ScriptedClient.connect(timeless, "Lobby", "mallory").join("Lobby");
            List<CompletableFuture<Void>> calls = IntStream.range(0, 80)
                    .mapToObj(i -> room.start(new RoomCall.SetPeerPosition(List.of(0.0, 0.0))))
                    .toList();

            CompletableFuture<Void> all = CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new));
            await().until(all::isDone);
            assertThat(calls.subList(0, Limits.COMMAND_BURST)).noneMatch(CompletableFuture::isCompletedExceptionally);
            calls.subList(Limits.COMMAND_BURST, 80).forEach(call -> assertRefused(call, "rate limit exceeded"));
        }
    }

    @Test
    void frames_inAFlood_cutTheStreamOff() throws Exception {
        IntStream.range(0, 2000).forEach(i -> mallorysRoom.sendFrame(new byte[] {(byte) 0xc1}));

        mallorysRoom.closed().get(30, TimeUnit.SECONDS);
        annasRoom.await1(RoomUpdate.PeerLeft.class);
    }

    @Test
    void client_thatDoesNotRead_isCutOffAndHoldsUpNobody() throws Exception {
        ScriptedClient sloth = ScriptedClient.connect(server, "Lobby", "sloth");
        sloth.openDeaf(sloth.request("Lobby"));
        long slothId = awaitPeer(annasRoom, "sloth");
        byte[] large = new byte[Limits.MAX_MESSAGE_BYTES];
        for (int sender = 0; sender < 6; sender++) {
            ScriptedStream room =
                    ScriptedClient.connect(server, "Lobby", "sender" + sender).join("Lobby");
            for (int i = 0; i < Limits.COMMAND_BURST; i++) {
                room.call(new RoomCall.SendMessage(large, List.of(slothId)));
            }
        }

        await().until(() -> annasRoom.heard(RoomUpdate.PeerLeft.class).anyMatch(left -> left.peerId() == slothId));
        assertThat(server.part(Complaints.class).roomStreams.counts()).containsKey("client that does not read");
    }

    private static long awaitPeer(ScriptedStream room, String userId) {
        await().until(() -> room.heard(RoomUpdate.PeerJoined.class)
                .anyMatch(joined -> joined.peer().userId().equals(userId)));
        return room.heard(RoomUpdate.PeerJoined.class)
                .filter(joined -> joined.peer().userId().equals(userId))
                .findFirst()
                .orElseThrow()
                .peer()
                .id();
    }

    private void awaitDatagramsRefused(String kind, long count) {
        await().until(() -> server.part(Complaints.class).datagrams.counts().getOrDefault(kind, 0L) == count);
    }

    private static void assertRefused(CompletableFuture<Void> call, String error) {
        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS)).hasMessageContaining(error);
    }

    private static List<byte[]> garbage() {
        Random random = new Random(7);
        byte[] noise = new byte[8000];
        random.nextBytes(noise);
        byte[] deep = new byte[5000];
        Arrays.fill(deep, (byte) 0x91);
        byte[] hugeArray = {(byte) 0xdd, 0x7f, -1, -1, -1};
        byte[] hugeBin = {(byte) 0x96, 1, (byte) 0x91, 1, 0, 0, 0, (byte) 0xc6, 0x7f, -1, -1, -1};
        return Stream.of(
                        new byte[] {},
                        new byte[] {(byte) 0xc1},
                        new byte[] {0},
                        new byte[] {(byte) 0x94, 0, 1, (byte) 0xc0, (byte) 0xc0},
                        new byte[] {(byte) 0x94, 9, 1, (byte) 0xc0, (byte) 0xc0},
                        new byte[] {(byte) 0x94, 1, 99, (byte) 0xc0, (byte) 0xc0},
                        new byte[] {(byte) 0x94, 0, 77, (byte) 0xa2, (byte) 0xff, (byte) 0xfe, (byte) 0x80},
                        "{\"kind\":\"message\"}".getBytes(StandardCharsets.UTF_8),
                        hugeArray,
                        hugeBin,
                        deep,
                        noise)
                .toList();
    }
}

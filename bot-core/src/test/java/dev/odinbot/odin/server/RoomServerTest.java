package dev.odinbot.odin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.odinbot.odin.protocol.MainCall;
import dev.odinbot.odin.protocol.MediaInfo;
import dev.odinbot.odin.protocol.PeerInfo;
import dev.odinbot.odin.protocol.PeerUpdated;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.odin.token.TokenSigner;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.testing.LocalRoomServer;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.testing.ScriptedStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a well-behaved client sees. */
class RoomServerTest {

    private static final AccessKey OTHER_CUSTOMER = AccessKey.generate();

    private final LocalRoomServer server = LocalRoomServer.start(AccessKey.generate(), OTHER_CUSTOMER);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void join_emptyRoom_tellsJoined() throws Exception {
        ScriptedStream room = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");

        RoomUpdate.Joined joined = room.joined();
        assertThat(joined.ownPeerId()).isPositive();
        assertThat(joined.mediaIds()).hasSize(5).doesNotHaveDuplicates().allMatch(id -> id > 0);
        assertThat(joined.room().id()).isEqualTo("Lobby");
        assertThat(joined.room().customer()).isEqualTo(server.key().keyId().value());
        assertThat(joined.room().peers()).isEmpty();
    }

    @Test
    void join_roomWithPeers_bothLearnOfEachOther() throws Exception {
        ScriptedStream anna = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");
        anna.call(new RoomCall.StartMedia(anna.joined().mediaIds().get(0), MediaInfo.Properties.NONE));
        ScriptedStream ben = ScriptedClient.connect(server, "Lobby", "ben").join("Lobby");

        PeerInfo seenByBen = ben.joined().room().peers().get(0);
        assertThat(seenByBen.userId()).isEqualTo("anna");
        assertThat(seenByBen.userData()).containsExactly(1);
        assertThat(seenByBen.medias())
                .containsExactly(
                        new MediaInfo(anna.joined().mediaIds().get(0), false, new MediaInfo.Properties("audio")));
        PeerInfo seenByAnna = anna.await1(RoomUpdate.PeerJoined.class).peer();
        assertThat(seenByAnna.id()).isEqualTo(ben.joined().ownPeerId());
        assertThat(seenByAnna.userId()).isEqualTo("ben");
        assertThat(seenByAnna.medias()).isEmpty();
    }

    @Test
    void close_roomStream_tellsTheOthersAndClosesAnEmptyRoom() throws Exception {
        ScriptedStream anna = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");
        ScriptedStream ben = ScriptedClient.connect(server, "Lobby", "ben").join("Lobby");

        ben.close();

        assertThat(anna.await1(RoomUpdate.PeerLeft.class).peerId())
                .isEqualTo(ben.joined().ownPeerId());
        assertThat(server.part(Rooms.class).count()).isEqualTo(1);
        anna.close();
        await().until(() -> server.part(Rooms.class).count() == 0);
    }

    @Test
    void close_mainStream_leavesEveryRoom() throws Exception {
        ScriptedClient anna =
                ScriptedClient.connect(server, server.token(TokenClaims.connect(List.of("Lobby", "Bar"), "anna")));
        ScriptedStream lobby = anna.join("Lobby");
        ScriptedStream bar = anna.join("Bar");

        anna.main().close();

        lobby.closed().get(30, TimeUnit.SECONDS);
        bar.closed().get(30, TimeUnit.SECONDS);
        await().until(() -> server.part(Rooms.class).count() == 0);
    }

    @Test
    void lastRoom_left_closesTheMainStreamSoon() throws Exception {
        ScriptedClient anna = ScriptedClient.connect(server, "Lobby", "anna");
        anna.join("Lobby").close();

        assertThat(anna.main().closed().get(30, TimeUnit.SECONDS)).isEqualTo(1000);
    }

    @Test
    void sameUser_twice_isTwoPeers() throws Exception {
        ScriptedStream one = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");
        ScriptedStream two = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");

        assertThat(two.joined().room().peers()).hasSize(1);
        assertThat(two.joined().ownPeerId()).isNotEqualTo(one.joined().ownPeerId());
    }

    @Test
    void sameRoom_ofAnotherCustomer_isAnotherRoom() throws Exception {
        ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");
        String foreign = new TokenSigner(OTHER_CUSTOMER).sign(TokenClaims.connect("Lobby", "ben"), Instant.now());
        ScriptedStream ben = ScriptedClient.connect(server, foreign).join("Lobby");

        assertThat(ben.joined().room().peers()).isEmpty();
        assertThat(server.part(Rooms.class).count()).isEqualTo(2);
    }

    @Test
    void authenticate_tokenForTheServer_needsNoGateway() throws Exception {
        ScriptedStream main = ScriptedStream.open(
                URI.create("ws://127.0.0.1:" + server.gateway().getPort() + "/main"));
        String token = server.token(TokenClaims.connect("Lobby", "anna").withAudience("sfu"));

        assertThat(main.call(new MainCall.Authenticate(token), MainCall.Authenticated.class)
                        .roomIds())
                .containsExactly("Lobby");
    }

    @Test
    void authenticate_tokenForTheGateway_isRefused() throws Exception {
        ScriptedStream main = ScriptedStream.open(
                URI.create("ws://127.0.0.1:" + server.gateway().getPort() + "/main"));

        assertThatThrownBy(() -> main.call(new MainCall.Authenticate(server.token("Lobby", "anna"))))
                .hasMessageContaining("the token is not for the server (aud)");
        assertThatThrownBy(() -> main.call(new MainCall.Authenticate("garbage")))
                .hasMessageContaining("three segments");
        assertThatThrownBy(() -> main.call(new MainCall.JoinRoom("Lobby", new byte[0], List.of(0.0, 0.0))))
                .hasMessageContaining("not authenticated");
    }

    @Test
    void join_roomNotInTheToken_isRefused() throws Exception {
        ScriptedClient anna = ScriptedClient.connect(server, "Lobby", "anna");

        assertThatThrownBy(() -> anna.join("Vault")).hasMessageContaining("room not allowed");
    }

    @Test
    void join_streamIdUsedTwice_isRefused() throws Exception {
        ScriptedClient anna = ScriptedClient.connect(server, "Lobby", "anna");
        String streamId = anna.request("Lobby");
        anna.open(streamId);

        assertThatThrownBy(() -> anna.open(streamId)).hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    void sendMessage_noTargets_reachesEverybodyElse() throws Exception {
        ScriptedStream anna = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");
        ScriptedStream ben = ScriptedClient.connect(server, "Lobby", "ben").join("Lobby");
        ScriptedStream cleo = ScriptedClient.connect(server, "Lobby", "cleo").join("Lobby");

        anna.call(new RoomCall.SendMessage(new byte[] {7}, null));

        for (ScriptedStream other : List.of(ben, cleo)) {
            RoomNotice.MessageReceived message = other.await1(RoomNotice.MessageReceived.class);
            assertThat(message.message()).containsExactly(7);
            assertThat(message.senderPeerId()).isEqualTo(anna.joined().ownPeerId());
        }
        assertThat(anna.heard(RoomNotice.MessageReceived.class)).isEmpty();
    }

    @Test
    void sendMessage_targets_reachesOnlyThese() throws Exception {
        ScriptedStream anna = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");
        ScriptedStream ben = ScriptedClient.connect(server, "Lobby", "ben").join("Lobby");
        ScriptedStream cleo = ScriptedClient.connect(server, "Lobby", "cleo").join("Lobby");

        anna.call(new RoomCall.SendMessage(
                new byte[] {7}, List.of(ben.joined().ownPeerId(), anna.joined().ownPeerId(), 999L)));
        anna.call(new RoomCall.SendMessage(new byte[] {8}, List.of(cleo.joined().ownPeerId())));

        assertThat(cleo.await1(RoomNotice.MessageReceived.class).message()).containsExactly(8);
        assertThat(ben.await1(RoomNotice.MessageReceived.class).message()).containsExactly(7);
        ben.call(new RoomCall.SetPeerPosition(List.of(0.0, 0.0))); // answered behind what was sent to him
        assertThat(ben.heard(RoomNotice.MessageReceived.class)).hasSize(1);
        assertThat(anna.heard(RoomNotice.MessageReceived.class)).isEmpty();
    }

    @Test
    void updatePeer_newUserData_isToldAndShownToLaterPeers() throws Exception {
        ScriptedStream anna = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");
        ScriptedStream ben = ScriptedClient.connect(server, "Lobby", "ben").join("Lobby");

        anna.call(new RoomCall.UpdatePeer(new byte[] {4, 5}));
        anna.call(new RoomCall.SetPeerPosition(List.of(0.5, 0.5)));

        PeerUpdated.UserDataChanged changed = ben.await1(PeerUpdated.UserDataChanged.class);
        assertThat(changed.peerId()).isEqualTo(anna.joined().ownPeerId());
        assertThat(changed.userData()).containsExactly(4, 5);
        ScriptedStream cleo = ScriptedClient.connect(server, "Lobby", "cleo").join("Lobby");
        assertThat(cleo.joined().room().peers().get(0).userData()).containsExactly(4, 5);
    }

    @Test
    void medias_startedPausedResumedStopped_areForwardedAccordingly() throws Exception {
        ScriptedClient anna = ScriptedClient.connect(server, "Lobby", "anna");
        ScriptedClient ben = ScriptedClient.connect(server, "Lobby", "ben");
        ScriptedClient cleo = ScriptedClient.connect(server, "Lobby", "cleo");
        DataChannel voice = anna.openChannel();
        ben.openChannel();
        cleo.openChannel();
        ScriptedStream annasRoom = anna.join("Lobby");
        ScriptedStream bensRoom = ben.join("Lobby");
        cleo.join("Lobby");
        int media = annasRoom.joined().mediaIds().get(1);

        await().until(() -> {
            voice.send(ScriptedClient.datagram(media, 0));
            return datagramsOfNoMedia() > 0;
        });
        annasRoom.call(new RoomCall.StartMedia(media, MediaInfo.Properties.NONE));
        assertThat(bensRoom.await1(PeerUpdated.MediaStarted.class).media().id()).isEqualTo(media);
        awaitHearing(voice, media, ben, cleo);
        send(voice, media, 1, 10, cleo);
        await().until(() -> heard(ben, media).size() == 10);
        assertThat(heard(ben, media).get(0)).containsExactly(bytes(media, 1));

        bensRoom.call(new RoomCall.PauseMedia(media));
        send(voice, media, 11, 20, cleo);
        assertThat(heard(ben, media)).hasSize(10);

        bensRoom.call(new RoomCall.ResumeMedia(media));
        send(voice, media, 21, 30, cleo);
        await().until(() -> heard(ben, media).size() == 20);

        annasRoom.call(new RoomCall.StopMedia(media, MediaInfo.Properties.NONE));
        assertThat(bensRoom.await1(PeerUpdated.MediaStopped.class).mediaId()).isEqualTo(media);
        long before = datagramsOfNoMedia();
        voice.send(ScriptedClient.datagram(media, 31));
        await().until(() -> datagramsOfNoMedia() == before + 1);
        assertThat(heard(cleo, media)).hasSize(30);
        assertThat(anna.datagrams()).isEmpty();
    }

    @Test
    void peer_leavesWhileSending_stopsItsMedias() throws Exception {
        ScriptedClient anna = ScriptedClient.connect(server, "Lobby", "anna");
        DataChannel voice = anna.openChannel();
        ScriptedStream annasRoom = anna.join("Lobby");
        ScriptedStream bensRoom = ScriptedClient.connect(server, "Lobby", "ben").join("Lobby");
        int media = annasRoom.joined().mediaIds().get(0);
        annasRoom.call(new RoomCall.StartMedia(media, MediaInfo.Properties.NONE));
        bensRoom.await1(PeerUpdated.MediaStarted.class);

        anna.main().close();

        bensRoom.await1(RoomUpdate.PeerLeft.class);
        await().until(() -> !voice.isOpen());
        assertThatThrownBy(() -> bensRoom.call(new RoomCall.PauseMedia(media)))
                .as("a media of somebody who is gone")
                .hasMessageContaining("media not found");
    }

    private long datagramsOfNoMedia() {
        return server.part(Complaints.class)
                .datagrams
                .counts()
                .getOrDefault("datagram of a media that was not started", 0L);
    }

    @Test
    void stop_server_tellsEverybody() throws Exception {
        ScriptedClient anna = ScriptedClient.connect(server, "Lobby", "anna");
        ScriptedStream room = anna.join("Lobby");

        server.close();

        assertThat(room.await1(RoomUpdate.Left.class).reason()).isEqualTo("ServerClosing");
        room.closed().get(30, TimeUnit.SECONDS);
        assertThat(anna.main().closed().get(30, TimeUnit.SECONDS)).isEqualTo(1001);
    }

    /** The server's end of a channel opens a little later than the client's; until then it hears nothing. */
    private static void awaitHearing(DataChannel voice, int media, ScriptedClient... listeners) {
        await().until(() -> {
            voice.send(ScriptedClient.datagram(media, 0));
            return Stream.of(listeners).noneMatch(l -> l.datagrams().isEmpty());
        });
    }

    /** Sends one after the other, as the last one has been heard: a burst may be dropped by right. */
    private static void send(DataChannel voice, int media, int from, int to, ScriptedClient witness) {
        IntStream.rangeClosed(from, to).forEach(sequence -> {
            int before = heard(witness, media).size();
            voice.send(ScriptedClient.datagram(media, sequence));
            await().until(() -> heard(witness, media).size() == before + 1);
        });
    }

    /** All but those of {@link #awaitHearing}. */
    private static List<byte[]> heard(ScriptedClient listener, int media) {
        byte[] probe = bytes(media, 0);
        return listener.datagrams().stream()
                .filter(datagram -> !Arrays.equals(datagram, probe))
                .toList();
    }

    private static byte[] bytes(int media, int sequence) {
        ByteBuffer datagram = ScriptedClient.datagram(media, sequence);
        byte[] bytes = new byte[datagram.remaining()];
        datagram.get(bytes);
        return bytes;
    }
}

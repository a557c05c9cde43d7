package dev.odinbot.odin.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.odinbot.api.room.Media;
import dev.odinbot.api.room.MediaId;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.odin.protocol.AudioDatagram;
import dev.odinbot.odin.protocol.MediaInfo;
import dev.odinbot.odin.protocol.PeerInfo;
import dev.odinbot.odin.protocol.PeerUpdated;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.odin.token.TokenVerifier;
import dev.odinbot.odin.transport.DataChannel;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectingRoomTest {

    private static final MediaInfo AUDIO = new MediaInfo(21, false, new MediaInfo.Properties("audio"));
    private static final PeerInfo ALICE =
            new PeerInfo(7, "alice", "{\"name\":\"Alice\"}".getBytes(UTF_8), List.of(AUDIO));

    private final AccessKey key = AccessKey.generate();
    private final ScriptedServer server = new ScriptedServer();
    private final RecordingRoomListener listener = new RecordingRoomListener();
    private final ReconnectingRoom room = room("https://gateway.example/");

    private ReconnectingRoom room(String gateway) {
        return room(gateway, listener);
    }

    private ReconnectingRoom room(String gateway, OdinRoomListener roomListener) {
        return new ReconnectingRoom(
                server.network,
                new OdinClient.Entry(
                        URI.create(gateway),
                        key,
                        new RoomId("Lobby"),
                        new UserId("bot"),
                        new UserData("Bot", "", "", "", false, false, "", "")),
                roomListener);
    }

    @Test
    void start_serverAnswers_joinsStepByStep() {
        server.peers = List.of(ALICE);
        start();

        assertThat(server.log)
                .containsExactly(
                        "post https://gateway.example/",
                        "offer",
                        "open wss://sfu.example:4433/main",
                        "Authenticate",
                        "SetupWebRtc",
                        "JoinRoom",
                        "open wss://sfu.example:4433/room?stream-1",
                        "PauseMedia");
        assertThat(listener.all).containsExactly("JOINED", "Joined");
        assertThat(room.state()).isEqualTo(OdinRoom.State.JOINED);
        RoomEvent.Joined joined = (RoomEvent.Joined) listener.events.get(0);
        assertThat(joined.ownPeerId()).isEqualTo(new PeerId(1));
        assertThat(joined.peers()).extracting(Peer::displayName).containsExactly("Alice");
        assertThat(server.calls).containsExactly(new RoomCall.PauseMedia(21));
        assertThat(room.peers().get(0).medias().get(0).paused()).isTrue();
        TokenVerifier.Verdict verdict =
                new TokenVerifier(List.of(key)).verify(server.tokens.get(0), server.ticker.now());
        assertThat(verdict).isInstanceOfSatisfying(TokenVerifier.Verdict.Accepted.class, accepted -> {
            assertThat(accepted.claims().roomIds()).containsExactly("Lobby");
            assertThat(accepted.claims().userId()).isEqualTo("bot");
        });
    }

    @Test
    void start_plainHttpGateway_usesPlainStreams() {
        ReconnectingRoom plain = room("http://127.0.0.1:8080");
        server.address = "127.0.0.1:8080";
        plain.start();
        advance(50);
        assertThat(server.log).contains("open ws://127.0.0.1:8080/main", "open ws://127.0.0.1:8080/room?stream-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a", "mailto:a@b", "gateway.example", "http:///x"})
    void start_hopelessGateway_fails(String gateway) {
        ReconnectingRoom hopeless = room(gateway);
        hopeless.start();
        assertThat(hopeless.state()).isEqualTo(OdinRoom.State.FAILED);
        assertThat(listener.lastState())
                .isEqualTo("FAILED: the gateway " + gateway + " is not an http or https address");
        assertThat(server.timers.waiting()).isZero();
    }

    @Test
    void events_ofARoom_comeInOrderAndKeepThePeers() {
        start();
        server.tell(new RoomUpdate.PeerJoined(new PeerInfo(8, "bob", "garbage".getBytes(UTF_8), List.of())));
        server.tell(new PeerUpdated.UserDataChanged(8, "{\"name\":\"Bob\"}".getBytes(UTF_8)));
        server.tell(new PeerUpdated.MediaStarted(8, AUDIO));
        server.tell(new RoomNotice.MessageReceived(8, "hello".getBytes(UTF_8)));
        server.tell(new PeerUpdated.MediaStopped(8, 21));
        advance(5);
        assertThat(room.peers()).extracting(Peer::displayName).containsExactly("Bob");
        server.tell(new RoomUpdate.PeerLeft(8));
        advance(5);

        assertThat(listener.all)
                .containsExactly(
                        "JOINED",
                        "Joined",
                        "PeerJoined",
                        "PeerUpdated",
                        "MediaStarted",
                        "MessageReceived",
                        "MediaStopped",
                        "PeerLeft");
        RoomEvent.MessageReceived message = (RoomEvent.MessageReceived) listener.events.get(4);
        assertThat(message.sender().displayName()).isEqualTo("Bob");
        assertThat(new String(message.message(), UTF_8)).isEqualTo("hello");
        assertThat(server.calls).containsExactly(new RoomCall.PauseMedia(21));
        assertThat(room.peers()).isEmpty();
    }

    @Test
    void events_ofStrangersAndOurselves_areIgnored() {
        server.peers = List.of(new PeerInfo(ScriptedServer.OWN_PEER, "bot", new byte[0], List.of()));
        start();
        server.tell(new RoomUpdate.PeerJoined(new PeerInfo(ScriptedServer.OWN_PEER, "bot", new byte[0], List.of())));
        server.tell(new PeerUpdated.MediaStarted(99, AUDIO));
        server.tell(new PeerUpdated.MediaStopped(99, 1));
        server.tell(new PeerUpdated.UserDataChanged(99, new byte[0]));
        server.tell(new RoomNotice.MessageReceived(99, new byte[0]));
        server.tell(new RoomUpdate.PeerLeft(99), new RoomUpdate.UserDataChanged(new byte[0]));
        advance(10);
        assertThat(listener.all).containsExactly("JOINED", "Joined");
        assertThat(room.peers()).isEmpty();
    }

    @Test
    void receive_garbageFromTheServer_isCountedAndHarmless() {
        start();
        Random random = new Random(9);
        for (int i = 0; i < 2000; i++) {
            byte[] frame = new byte[random.nextInt(200)];
            random.nextBytes(frame);
            server.room().receive(frame);
            server.main().receive(frame);
        }
        server.room().receive(new byte[2_000_000]);
        server.room().rpc.notify("RoomUpdated", Map.of("updates", "many"));
        server.room().rpc.notify("Dance", Map.of());
        advance(10);
        assertThat(server.network.refusals().counts())
                .containsKeys("not MessagePack", "frame too long", "unusable notification", "unknown notification");
        assertThat(room.state()).isEqualTo(OdinRoom.State.JOINED);
        server.tell(new RoomUpdate.PeerJoined(ALICE));
        advance(5);
        assertThat(room.peers()).hasSize(1);
    }

    @Test
    void start_badKey_saysSoAndTriesSlowly() {
        server.gatewayAnswers.add(ScriptedServer.answer(401, ""));
        start();
        assertThat(listener.states)
                .containsExactly(
                        "CONNECTING: the gateway https://gateway.example/ does not accept the token (HTTP 401):"
                                + " check the access key and this machine's clock; next try in N s");
        server.timers.advance(Duration.ofMillis(29_900));
        assertThat(server.tokens).hasSize(1);
        server.timers.advance(Duration.ofSeconds(16));
        assertThat(server.tokens).hasSize(2);
        assertThat(server.tokens.get(1)).as("a fresh token").isNotEqualTo(server.tokens.get(0));
        assertThat(room.state()).isEqualTo(OdinRoom.State.JOINED);
    }

    @Test
    void start_gatewayDown_triesEverLess() {
        server.gatewayDown = true;
        List<Long> tries = new ArrayList<>();
        room.start();
        for (int second = 0, known = 0; second < 2000; second++) {
            server.timers.advance(Duration.ofMillis(100));
            if (server.tokens.size() > known) {
                known = server.tokens.size();
                tries.add(server.ticker.nanos() / 1_000_000);
            }
        }
        assertThat(tries.get(1) - tries.get(0)).isBetween(400L, 900L);
        assertThat(tries.get(3) - tries.get(2)).isBetween(1900L, 3200L);
        long last = tries.get(tries.size() - 1) - tries.get(tries.size() - 2);
        assertThat(last).isBetween(19_900L, 30_100L);
        assertThat(listener.lastState())
                .isEqualTo("CONNECTING: the gateway https://gateway.example/ cannot be asked:"
                        + " connection refused: nothing listens there; next try in N s");
        server.gatewayDown = false;
        server.timers.advance(Duration.ofSeconds(31));
        assertThat(room.state()).isEqualTo(OdinRoom.State.JOINED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authenticate|no such customer|the server refused Authenticate: no such customer",
                "SetupWebRtc|bad sdp|the server refused SetupWebRtc: bad sdp",
                "JoinRoom|peer limit exceeded|the server refused JoinRoom: peer limit exceeded"
            })
    void start_serverRefuses_saysWhatAndTriesAgain(String method, String error, String detail) {
        server.refused.put(method, error);
        start();
        assertThat(listener.states).containsExactly("CONNECTING: " + detail + "; next try in N s");
        assertThat(server.channel().closed).isTrue();
        server.refused.clear();
        server.timers.advance(Duration.ofSeconds(29));
        assertThat(server.tokens).as("tries, by a client that is not wanted").hasSize(1);
        server.timers.advance(Duration.ofSeconds(17));
        assertThat(room.state()).isEqualTo(OdinRoom.State.JOINED);
    }

    @Test
    void joined_listenerFails_endsTheConnectionAndTriesAgain() {
        List<RoomEvent> heard = new ArrayList<>();
        ReconnectingRoom moody = room("https://gateway.example/", new OdinRoomListener() {
            @Override
            public void event(RoomEvent event) {
                heard.add(event);
                if (heard.size() < 3) {
                    throw new IllegalStateException("on purpose");
                }
            }

            @Override
            public void stateChanged(OdinRoom.State state, String detail) {}
        });
        moody.start();
        advance(50);
        assertThat(heard).hasSize(2);
        assertThat(server.channel().closed).isTrue();
        server.timers.advance(Duration.ofSeconds(1));
        assertThat(heard).hasSize(3).last().isInstanceOf(RoomEvent.Joined.class);
        assertThat(moody.state()).isEqualTo(OdinRoom.State.JOINED);
    }

    @Test
    void joined_nothingInPlaceOfAPeer_isNotUsed() {
        server.peers = Collections.singletonList(null);
        start();
        assertThat(server.network.refusals().counts()).containsEntry("unusable notification", 1L);
        server.peers = List.of();
        server.timers.advance(Duration.ofSeconds(21));
        assertThat(room.state()).isEqualTo(OdinRoom.State.JOINED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authenticate", "SetupWebRtc", "JoinRoom"})
    void start_serverIsSilent_givesUpAfterFiveSeconds(String method) {
        server.unanswered.add(method);
        start();
        server.timers.advance(Duration.ofMillis(4900));
        assertThat(listener.states).isEmpty();
        server.timers.advance(Duration.ofMillis(200));
        assertThat(listener.states)
                .containsExactly("CONNECTING: " + method + " failed: no answer within 5 s; next try in N s");
    }

    @Test
    void start_neverWelcomed_givesUpAfterTwentySeconds() {
        server.welcomes = false;
        start();
        server.timers.advance(Duration.ofSeconds(20));
        assertThat(listener.states).containsExactly("CONNECTING: joining took longer than 20 s; next try in N s");
    }

    @Test
    void start_noAudioConnection_reconnectsAfterTenSeconds() {
        server.opensChannels = false;
        start();
        server.timers.advance(Duration.ofSeconds(10));
        assertThat(listener.all).containsExactly("JOINED", "Joined", "Left", "RECONNECTING");
        assertThat(listener.lastState())
                .isEqualTo("RECONNECTING: no audio connection came about within 10 s; next try in N s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "host/path", "host:1:2", "user@host", "host?x", "host:123456", "-", "[x]"})
    void start_strangeAddress_isNotUsed(String address) {
        server.address = address;
        start();
        assertThat(listener.states)
                .containsExactly("CONNECTING: the gateway's answer holds no usable server address; next try in N s");
        assertThat(server.links).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "room", "channel"})
    void joined_oneConnectionBreaks_comesBackWithAFreshToken(String which) {
        start();
        server.timers.advance(Duration.ofSeconds(11));
        server.peers = List.of(ALICE);
        switch (which) {
            case "main" -> server.main().drop("it has stopped answering");
            case "room" -> server.room().drop("it has stopped answering");
            default -> server.channel().drop();
        }
        assertThat(room.state()).isEqualTo(OdinRoom.State.RECONNECTING);
        assertThat(room.peers()).isEmpty();
        assertThat(listener.events.get(1)).isInstanceOfSatisfying(RoomEvent.Left.class, left -> {
            assertThat(left.forGood()).isFalse();
            assertThat(left.reason())
                    .isEqualTo(
                            which.equals("channel")
                                    ? "the audio connection was lost: the connection was lost"
                                    : "the " + which + " stream was lost: it has stopped answering");
        });
        assertThatThrownBy(() -> join(room.startMedia()))
                .isInstanceOf(OdinException.class)
                .hasMessage("StartMedia: not in the room");
        server.timers.advance(Duration.ofSeconds(1));
        assertThat(listener.all).containsExactly("JOINED", "Joined", "Left", "RECONNECTING", "JOINED", "Joined");
        assertThat(((RoomEvent.Joined) listener.events.get(2)).peers()).hasSize(1);
        assertThat(server.tokens).doesNotHaveDuplicates().hasSize(2);
        assertThat(server.channels.get(0).closed).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PeerKicked|we were kicked out of the room|30000",
                "RoomClosing|the room was closed|500",
                "ServerClosing|the server is shutting down|500",
                "Whatever|the server put us out of the room|500"
            })
    void joined_serverPutsUsOut_saysWhyAndComesBackInItsTime(String reason, String detail, long earliestMillis) {
        start();
        server.timers.advance(Duration.ofSeconds(11));
        server.tell(new RoomUpdate.Left(reason), new RoomUpdate.PeerJoined(ALICE));
        advance(5);
        assertThat(listener.lastState()).isEqualTo("RECONNECTING: " + detail + "; next try in N s");
        assertThat(listener.all).containsExactly("JOINED", "Joined", "Left", "RECONNECTING");
        server.timers.advance(Duration.ofMillis(earliestMillis - 10));
        assertThat(room.state()).isEqualTo(OdinRoom.State.RECONNECTING);
        server.timers.advance(Duration.ofMillis(earliestMillis));
        assertThat(room.state()).isEqualTo(OdinRoom.State.JOINED);
    }

    @Test
    void joined_thrownOutAtOnceEachTime_waitsEverLonger() {
        start();
        int before = server.tokens.size();
        // Each stay is shorter than what counts as stable.
        for (int tenth = 0; tenth < 600; tenth++) {
            server.timers.advance(Duration.ofMillis(100));
            if (room.state() == OdinRoom.State.JOINED) {
                server.room().drop("no");
            }
        }
        assertThat(server.tokens.size() - before).as("tries in a minute").isBetween(4, 8);
    }

    @Test
    void media_startSendStop_isOnTheWire() {
        start();
        assertThat(room.audioReady()).isFalse();
        assertThat(room.sendAudio(new byte[3], 0, 3)).isFalse();
        CompletionStage<MediaId> first = room.startMedia();
        CompletionStage<MediaId> second = room.startMedia();
        advance(5);
        assertThat(join(first)).isEqualTo(new MediaId(11)).isEqualTo(join(second));
        assertThat(room.audioReady()).isTrue();
        assertThat(room.sendAudio(new byte[] {0, 1, 2, 3}, 1, 2)).isTrue();
        assertThat(room.sendAudio(new byte[3], 0, 3)).isTrue();
        assertThat(room.sendAudio(new byte[5000], 0, 5000)).isFalse();
        CompletionStage<Void> stopped = room.stopMedia();
        assertThat(room.audioReady()).isFalse();
        assertThat(room.sendAudio(new byte[3], 0, 3)).isFalse();
        advance(5);
        join(stopped);
        join(room.stopMedia());
        room.startMedia();
        advance(5);
        assertThat(room.sendAudio(new byte[3], 0, 3)).isTrue();

        assertThat(server.calls)
                .containsExactly(
                        new RoomCall.StartMedia(11, MediaInfo.Properties.NONE),
                        new RoomCall.StopMedia(11, MediaInfo.Properties.NONE),
                        new RoomCall.StartMedia(11, MediaInfo.Properties.NONE));
        AudioDatagram datagram = new AudioDatagram();
        for (int i = 0; i < 3; i++) {
            assertThat(datagram.read(ByteBuffer.wrap(server.datagrams.get(i)))).isTrue();
            assertThat(datagram.mediaId(0)).isEqualTo(11);
            assertThat(datagram.sequence()).isEqualTo(i);
            // The third is the first of the second media.
            assertThat(datagram.timestamp()).isEqualTo(List.of(0, 1800, 0).get(i));
        }
        assertThat(server.datagrams).hasSize(3);
    }

    @Test
    void media_stoppedBeforeItsStartIsAnswered_staysStopped() {
        start();
        CompletionStage<MediaId> started = room.startMedia();
        room.stopMedia();
        advance(5);
        assertThat(join(started)).isEqualTo(new MediaId(11));
        assertThat(room.audioReady()).isFalse();
    }

    @Test
    void media_refused_failsAndMayBeTriedAgain() {
        server.refused.put("StartMedia", "media limit exceeded");
        start();
        CompletionStage<MediaId> started = room.startMedia();
        advance(5);
        assertThatThrownBy(() -> join(started))
                .isInstanceOf(OdinException.class)
                .hasMessage("StartMedia: the server refused StartMedia: media limit exceeded");
        server.refused.clear();
        CompletionStage<MediaId> again = room.startMedia();
        advance(5);
        assertThat(join(again)).isEqualTo(new MediaId(11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"StartMedia", "StopMedia"})
    void media_notAnswered_reconnectsAsNobodyKnowsWhatIsSo(String method) {
        start();
        server.unanswered.add(method);
        CompletionStage<MediaId> started = room.startMedia();
        advance(5);
        CompletionStage<?> unanswered = method.equals("StartMedia") ? started : room.stopMedia();
        server.timers.advance(Duration.ofSeconds(5));
        assertThatThrownBy(() -> join(unanswered))
                .isInstanceOf(OdinException.class)
                .hasMessage(method + ": " + method + " failed: no answer within 5 s");
        assertThat(listener.lastState())
                .isEqualTo("RECONNECTING: " + method + " failed: no answer within 5 s; next try in N s");
        server.unanswered.clear();
        server.timers.advance(Duration.ofSeconds(1));
        CompletionStage<MediaId> again = room.startMedia();
        advance(5);
        assertThat(join(again)).isEqualTo(new MediaId(11));
        assertThat(room.audioReady()).isTrue();
    }

    @Test
    void message_notAnswered_failsAndNothingElse() {
        start();
        server.unanswered.add("SendMessage");
        CompletionStage<Void> unanswered = room.send(new byte[] {1}, List.of());
        server.timers.advance(Duration.ofSeconds(6));

        assertThatThrownBy(() -> join(unanswered)).isInstanceOf(OdinException.class);
        assertThat(room.state()).isEqualTo(OdinRoom.State.JOINED);
    }

    @Test
    void medias_moreThanMayWait_areAllPaused() {
        int medias = CommandPacer.BURST + CommandPacer.MAX_WAITING + 60;
        server.peers = List.of(new PeerInfo(
                7,
                "choir",
                new byte[0],
                IntStream.rangeClosed(1, medias)
                        .mapToObj(id -> new MediaInfo(id, false, new MediaInfo.Properties("audio")))
                        .toList()));
        start();
        server.timers.advance(Duration.ofSeconds(90));
        assertThat(server.calls)
                .hasSize(medias)
                .doesNotHaveDuplicates()
                .allMatch(RoomCall.PauseMedia.class::isInstance);
        assertThat(server.violations).isZero();
        assertThat(room.peers().get(0).medias()).allMatch(Media::paused);
    }

    @Test
    void media_serverGaveNoIds_fails() {
        server.mediaIds = List.of();
        start();
        assertThatThrownBy(() -> join(room.startMedia())).hasMessage("StartMedia: the server gave us no media id");
        join(room.stopMedia());
    }

    @Test
    void media_afterAReconnect_isNotStartedAndSequenceGoesOn() {
        start();
        room.startMedia();
        advance(5);
        room.sendAudio(new byte[3], 0, 3);
        server.main().drop("gone");
        assertThat(room.audioReady()).isFalse();
        server.timers.advance(Duration.ofSeconds(1));
        assertThat(room.audioReady()).isFalse();
        room.startMedia();
        advance(5);
        room.sendAudio(new byte[3], 0, 3);
        AudioDatagram datagram = new AudioDatagram();
        assertThat(datagram.read(ByteBuffer.wrap(server.datagrams.get(1)))).isTrue();
        assertThat(datagram.sequence()).isEqualTo(1);
    }

    @Test
    void send_toSomeAndAll_reachesTheServerInOrder() {
        start();
        CompletionStage<Void> first = room.send("a".getBytes(UTF_8), List.of());
        CompletionStage<Void> second = room.send("b".getBytes(UTF_8), List.of(new PeerId(7)));
        advance(5);
        join(first);
        join(second);
        assertThat(server.calls).hasSize(2);
        assertThat((RoomCall.SendMessage) server.calls.get(0)).satisfies(message -> {
            assertThat(new String(message.message(), UTF_8)).isEqualTo("a");
            assertThat(message.targetPeerIds()).isNull();
        });
        assertThat(((RoomCall.SendMessage) server.calls.get(1)).targetPeerIds()).containsExactly(7L);
    }

    @Test
    void send_moreThanTheServerAllows_isHeldBackAndMediaGoesFirst() {
        start();
        List<CompletionStage<Void>> sent = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sent.add(room.send(new byte[] {(byte) i}, List.of()));
        }
        CompletionStage<MediaId> media = room.startMedia();
        server.timers.advance(Duration.ofMillis(200));
        assertThat(join(media)).as("media before 160 waiting messages").isEqualTo(new MediaId(11));
        server.timers.advance(Duration.ofSeconds(30));
        sent.forEach(ReconnectingRoomTest::join);
        assertThat(server.violations).isZero();
        List<Byte> order = server.calls.stream()
                .filter(RoomCall.SendMessage.class::isInstance)
                .map(call -> ((RoomCall.SendMessage) call).message()[0])
                .toList();
        for (int i = 0; i < 200; i++) {
            assertThat(order.get(i)).isEqualTo((byte) i);
        }
    }

    @Test
    void send_farTooMuch_failsAtOnce() {
        start();
        List<CompletionStage<Void>> sent = new ArrayList<>();
        for (int i = 0; i < CommandPacer.BURST + CommandPacer.MAX_WAITING + 1; i++) {
            sent.add(room.send(new byte[1], List.of()));
        }
        assertThatThrownBy(() -> join(sent.get(sent.size() - 1)))
                .isInstanceOf(OdinException.class)
                .hasMessage("SendMessage: 500 commands are waiting for the server's limit already");
        assertThat(sent.get(sent.size() - 2).toCompletableFuture()).isNotDone();
    }

    @Test
    void send_connectionBreaks_whatWaitsFails() {
        start();
        List<CompletionStage<Void>> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sent.add(room.send(new byte[1], List.of()));
        }
        server.room().drop("gone");
        sent.forEach(stage -> assertThatThrownBy(() -> join(stage))
                .isInstanceOf(OdinException.class)
                .hasMessageContaining("the room stream was lost: gone"));
    }

    @Test
    void leave_playing_stopsTheMediaAndCloses() {
        start();
        room.startMedia();
        advance(5);
        CompletionStage<Void> left = room.leave();
        assertThat(room.audioReady()).isFalse();
        advance(10);
        join(left);
        assertThat(server.calls).contains(new RoomCall.StopMedia(11, MediaInfo.Properties.NONE));
        assertThat(server.log.subList(server.log.size() - 3, server.log.size()))
                .containsExactly("StopMedia", "close link", "close link");
        assertThat(server.channel().closed).isTrue();
        assertThat(listener.all).containsExactly("JOINED", "Joined", "Left", "LEFT");
        assertThat(listener.events.get(1)).isEqualTo(new RoomEvent.Left("left", true));
        assertThat(server.timers.waiting()).isZero();
        assertThatThrownBy(() -> join(room.send(new byte[1], List.of()))).hasMessage("SendMessage: not in the room");
        assertThat(room.leave().toCompletableFuture()).isCompleted();
    }

    @Test
    void leave_serverIsSilent_isDoneWithinASecond() {
        start();
        room.startMedia();
        advance(5);
        server.unanswered.add("StopMedia");
        CompletionStage<Void> left = room.leave();
        server.timers.advance(Duration.ofSeconds(1));
        join(left);
        assertThat(room.state()).isEqualTo(OdinRoom.State.LEFT);
        assertThat(server.channel().closed).isTrue();
    }

    @Test
    void leave_whileWaitingForTheNextTry_triesNoMore() {
        server.gatewayDown = true;
        start();
        CompletionStage<Void> left = room.leave();
        join(left);
        server.timers.advance(Duration.ofMinutes(5));
        assertThat(server.tokens).hasSize(1);
        assertThat(room.state()).isEqualTo(OdinRoom.State.LEFT);
    }

    @Test
    void leave_atAnyMomentOfJoining_leavesNothingOpen() {
        for (int millis = 0; millis < 16; millis++) {
            ScriptedServer other = new ScriptedServer();
            ReconnectingRoom joining = new ReconnectingRoom(
                    other.network,
                    new OdinClient.Entry(
                            URI.create("http://g"), key, new RoomId("Lobby"), new UserId("bot"), UserData.EMPTY),
                    new RecordingRoomListener());
            joining.start();
            other.timers.advance(Duration.ofMillis(millis));
            CompletionStage<Void> left = joining.leave();
            other.timers.advance(Duration.ofSeconds(40));
            join(left);
            assertThat(joining.state()).isEqualTo(OdinRoom.State.LEFT);
            assertThat(other.channels).allMatch(channel -> channel.closed);
            assertThat(other.timers.waiting())
                    .as("timers after leaving at %d ms", millis)
                    .isZero();
            assertThat(other.tokens).hasSize(1);
        }
    }

    @Test
    void client_closed_leavesAllRooms() {
        OdinRooms rooms = new OdinRooms(server.network);
        OdinRoom failed = rooms.join(
                new OdinClient.Entry(
                        URI.create("ftp://g"), key, new RoomId("Lobby"), new UserId("bot"), UserData.EMPTY),
                listener);
        rooms.close();
        assertThat(failed.state()).isEqualTo(OdinRoom.State.FAILED);
        assertThat(server.log).containsExactly("close");
    }

    @Test
    void sendAudio_manyTimes_makesNoGarbage() {
        AudioSender sender = new AudioSender();
        sender.start(new SilentChannel(), new MediaId(3));
        byte[] opus = new byte[160];
        for (int i = 0; i < 20_000; i++) {
            sender.send(opus, 0, opus.length);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            sender.send(opus, 0, opus.length);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private static final class SilentChannel implements DataChannel {
        @Override
        public String localDescription() {
            return "";
        }

        @Override
        public void accept(String answer) {}

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean send(ByteBuffer datagram) {
            return true;
        }

        @Override
        public void close() {}
    }

    private void start() {
        room.start();
        advance(50);
    }

    private void advance(long millis) {
        server.timers.advance(Duration.ofMillis(millis));
    }

    private static <T> T join(CompletionStage<T> stage) {
        assertThat(stage.toCompletableFuture()).isDone();
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }
}

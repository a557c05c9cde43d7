package dev.odinbot.odin.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.odinbot.api.room.MediaId;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.odin.transport.TransportModule;
import dev.odinbot.odin.transport.WebClient;
import dev.odinbot.rpc.JsonRpc;
import dev.odinbot.testing.LocalRoomServer;
import dev.odinbot.testing.network.Weather;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.TimeModule;
import dev.odinbot.time.Timers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the embedded server: real HTTP, WebSockets and WebRTC. */
class OdinClientTest {

    private static final RoomId LOBBY = new RoomId("Lobby");

    private final LocalRoomServer server = LocalRoomServer.start();
    private final Injector injector =
            Guice.createInjector(new TimeModule(), new TransportModule("127.0.0.1"), new OdinClientModule());
    private final OdinClient client = injector.getInstance(OdinClient.class);
    private final Ticker ticker = injector.getInstance(Ticker.class);
    private final RecordingRoomListener heardByBot = new RecordingRoomListener();
    private final RecordingRoomListener heardByAnna = new RecordingRoomListener();

    @AfterEach
    void stop() {
        client.close();
        injector.getInstance(DataChannels.class).close();
        server.close();
    }

    @Test
    void join_twoClients_talkToEachOther() {
        OdinRoom bot = join("bot", heardByBot);
        OdinRoom anna = join("anna", heardByAnna);
        await().until(() -> bot.peers().size() == 1);
        Peer annaSeen = bot.peers().get(0);
        assertThat(annaSeen.displayName()).isEqualTo("I am anna");
        assertThat(annaSeen.userId()).isEqualTo(new UserId("anna"));
        assertThat(anna.peers()).extracting(Peer::displayName).containsExactly("I am bot");

        done(anna.send("to all".getBytes(UTF_8), List.of()));
        done(anna.send("to bot".getBytes(UTF_8), List.of(anna.peers().get(0).id())));
        done(bot.send("to nobody".getBytes(UTF_8), List.of(new PeerId(99_999))));
        await().until(() -> messages(heardByBot).size() == 2);
        assertThat(messages(heardByBot)).containsExactly("to all", "to bot");
        done(bot.send("to anna".getBytes(UTF_8), List.of(annaSeen.id())));
        await().untilAsserted(() -> assertThat(messages(heardByAnna)).containsExactly("to anna"));

        done(anna.leave());
        assertThat(anna.state()).isEqualTo(OdinRoom.State.LEFT);
        await().until(() -> bot.peers().isEmpty());
        assertThat(heardByBot.all).containsSubsequence("JOINED", "Joined", "PeerJoined", "PeerLeft");
    }

    @Test
    void audio_ofOneSecond_arrivesWithoutAGap() throws InterruptedException {
        OdinRoom bot = join("bot", heardByBot);
        OdinRoom anna = join("anna", heardByAnna);
        EavesdroppingChannels ears = listen();
        MediaId media = done(bot.startMedia());
        await().until(bot::audioReady);
        await().until(() -> heardByAnna.all.contains("MediaStarted"));
        await().untilAsserted(() -> assertThat(anna.peers())
                .flatExtracting(Peer::medias)
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.id()).isEqualTo(media);
                    assertThat(seen.paused())
                            .as("anna has asked not to be sent it")
                            .isTrue();
                }));

        byte[] probe = {(byte) 0xfc};
        // The server's ends of the channels open a little later than ours; until then nothing is forwarded.
        await().until(() -> {
            bot.sendAudio(probe, 0, 1);
            return !ears.packets.isEmpty();
        });
        byte[] opus = {(byte) 0xfc, (byte) 0xff, (byte) 0xfe, 0};
        for (int i = 0; i < 50; i++) {
            // Not on absolute deadlines: after a stall of the machine that would be a burst, which a channel may drop.
            ticker.parkUntil(ticker.nanos() + Duration.ofMillis(20).toNanos());
            opus[3] = (byte) i;
            assertThat(bot.sendAudio(opus, 0, 4)).as("packet %d", i).isTrue();
        }
        await().until(() -> ears.heard("fcfffe").size() == 50);
        List<EavesdroppingChannels.Packet> heard = ears.heard("fcfffe");
        EavesdroppingChannels.Packet first = heard.get(0);
        for (int i = 0; i < 50; i++) {
            assertThat(heard.get(i))
                    .isEqualTo(new EavesdroppingChannels.Packet(
                            media.value(),
                            first.sequence() + i,
                            first.timestamp() + 1800 * i,
                            String.format("fcfffe%02x", i)));
        }
        done(bot.stopMedia());
        await().until(() -> heardByAnna.all.contains("MediaStopped"));
        assertThat(bot.sendAudio(opus, 0, 4)).isFalse();
    }

    @Test
    void streams_cut_clientComesBackByItself() throws IOException {
        try (BreakableProxy proxy = new BreakableProxy(server.gateway().getPort())) {
            OdinRoom bot = client.join(entry(URI.create("http://127.0.0.1:" + proxy.port()), "bot"), heardByBot);
            await().until(() -> bot.state() == OdinRoom.State.JOINED);
            done(bot.startMedia());
            await().until(bot::audioReady);
            proxy.cut();
            await().atMost(Duration.ofSeconds(30)).until(() -> heardByBot.all.lastIndexOf("Joined") > 1);
            assertThat(heardByBot.all).containsExactly("JOINED", "Joined", "Left", "RECONNECTING", "JOINED", "Joined");
            done(bot.startMedia());
            await().until(bot::audioReady);
            assertThat(bot.sendAudio(new byte[3], 0, 3)).isTrue();
        }
    }

    /** The streams live on, so only the data channel can tell. */
    @Test
    void audioConnection_lostAlone_clientComesBackWithAnotherAndIsHeard() throws InterruptedException {
        EavesdroppingChannels ears = listen();
        try (ProxiedChannels proxied = new ProxiedChannels(injector.getInstance(DataChannels.class))) {
            ReconnectingRoom bot = new ReconnectingRoom(network(proxied), entry(server.gateway(), "bot"), heardByBot);
            bot.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> bot.state() == OdinRoom.State.JOINED);
            untilHeard(bot, ears, 1);

            proxied.networks.get(0).weather(Weather.BLACKOUT);

            await().atMost(Duration.ofSeconds(30)).until(() -> heardByBot.all.lastIndexOf("Joined") > 1);
            assertThat(heardByBot.all).containsExactly("JOINED", "Joined", "Left", "RECONNECTING", "JOINED", "Joined");
            assertThat(heardByBot.states.get(1)).startsWith("RECONNECTING: the audio connection was lost");
            untilHeard(bot, ears, 2);
            assertThat(proxied.networks).hasSize(2);
            done(bot.leave());
        }
    }

    private static void untilHeard(OdinRoom bot, EavesdroppingChannels ears, int what) {
        done(bot.startMedia());
        await().until(() -> {
            bot.sendAudio(new byte[] {(byte) what}, 0, 1);
            return !ears.heard("0" + what).isEmpty();
        });
    }

    @Test
    void room_closedByItsOwner_clientComesBackByItself() {
        OdinRoom bot = join("bot", heardByBot);
        WebClient.Answer answer = done(injector.getInstance(WebClient.class)
                .post(
                        server.gateway(),
                        server.token(TokenClaims.connect("Lobby", "owner").withSubjects(List.of())),
                        JsonRpc.request(1, "RoomClose", new GatewayCall.RoomClose("Lobby", 0L))));
        assertThat(answer.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> heardByBot.all.lastIndexOf("Joined") > 1);
        assertThat(heardByBot.states.get(1)).isEqualTo("RECONNECTING: the room was closed; next try in N s");
        assertThat(bot.state()).isEqualTo(OdinRoom.State.JOINED);
    }

    @Test
    void join_unknownKey_isToldWhy() {
        OdinRoom bot = client.join(
                new OdinClient.Entry(server.gateway(), AccessKey.generate(), LOBBY, new UserId("bot"), UserData.EMPTY),
                heardByBot);
        await().until(() -> !heardByBot.states.isEmpty());
        assertThat(heardByBot.states.get(0))
                .startsWith("CONNECTING: the gateway " + server.gateway() + " does not accept the token (HTTP 401")
                .contains("check the access key");
        assertThat(bot.state()).isEqualTo(OdinRoom.State.CONNECTING);
    }

    @Test
    void send_aFloodOfMessages_staysUnderTheServersLimit() {
        OdinRoom bot = join("bot", heardByBot);
        join("anna", heardByAnna);
        for (int i = 0; i < 70; i++) {
            bot.send(("message " + i).getBytes(UTF_8), List.of());
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> messages(heardByAnna).size() == 70);
        assertThat(messages(heardByAnna)).last().isEqualTo("message 69");
    }

    private OdinRoom join(String user, OdinRoomListener listener) {
        OdinRoom room = client.join(entry(server.gateway(), user), listener);
        await().atMost(Duration.ofSeconds(30)).until(() -> room.state() == OdinRoom.State.JOINED);
        return room;
    }

    private OdinClient.Entry entry(URI gateway, String user) {
        return new OdinClient.Entry(
                gateway,
                server.key(),
                LOBBY,
                new UserId(user),
                new UserData("I am " + user, "", "", "", false, false, "", ""));
    }

    private Network network(DataChannels channels) {
        return new Network(
                new GatewayClient(injector.getInstance(WebClient.class)),
                injector.getInstance(WebClient.class),
                channels,
                ticker,
                injector.getInstance(Timers.class));
    }

    /** Somebody who is in the room, pauses nothing, and remembers the packets. */
    private EavesdroppingChannels listen() throws InterruptedException {
        EavesdroppingChannels ears = new EavesdroppingChannels(injector.getInstance(DataChannels.class));
        Network network = network(ears);
        BlockingQueue<DataChannel> joined = new LinkedBlockingQueue<>();
        Serial serial = new Serial();
        RoomConnection listening =
                new RoomConnection(network, entry(server.gateway(), "ears"), serial, new RoomConnection.Listener() {
                    @Override
                    public void joined(RoomUpdate.Joined welcome, DataChannel channel) {
                        joined.add(channel);
                    }

                    @Override
                    public void notice(RoomNotice notice) {}

                    @Override
                    public void update(RoomUpdate update) {}

                    @Override
                    public void ended(JoinFailure why) {}
                });
        serial.execute(listening::start);
        DataChannel channel = joined.poll(30, TimeUnit.SECONDS);
        assertThat(channel).isNotNull();
        await().until(channel::isOpen);
        return ears;
    }

    private static List<String> messages(RecordingRoomListener listener) {
        return listener.events.stream()
                .filter(RoomEvent.MessageReceived.class::isInstance)
                .map(event -> new String(((RoomEvent.MessageReceived) event).message(), UTF_8))
                .toList();
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}

package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.bot.room.TestRooms;
import dev.odinbot.command.CommandSettings;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.http.HttpServer;
import dev.odinbot.http.HttpServerException;
import dev.odinbot.odin.client.OdinClient;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.player.Players;
import dev.odinbot.player.RoomPlayer;
import dev.odinbot.plugin.PluginHost;
import dev.odinbot.store.Database;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** The order of start and end, with faults that the real parts do not have on demand. */
class BotTest {

    private static final URI PAGE = URI.create("http://localhost:8080/");

    private final HttpServer http = mock(HttpServer.class);
    private final PluginHost plugins = mock(PluginHost.class);
    private final OdinClient client = mock(OdinClient.class);
    private final FrameClock clock = mock(FrameClock.class);
    private final Players players = mock(Players.class);
    private final DataChannels channels = mock(DataChannels.class);
    private final Database database = mock(Database.class);
    private final OdinRoom room = mock(OdinRoom.class);
    private final List<String> ready = new ArrayList<>();

    @Test
    void start_portTaken_undoesItselfAndJoinsNoRoom() {
        doThrow(new HttpServerException("taken", null)).when(http).start();
        Bot bot = bot("rooms: [{id: Lobby}]");

        assertThatThrownBy(() -> bot.start(this::ready)).hasMessage("taken");

        verify(http).close();
        verify(channels).close();
        verify(client, never()).join(any(), any());
    }

    @Test
    void start_udpPortTaken_saysWhatToChangeAndUndoesItself() throws Exception {
        doThrow(new BindException("Address already in use")).when(channels).listen();
        Bot bot = bot("rooms: [{id: Lobby}]\nlocal-server: {udp-port: 5000}");

        assertThatThrownBy(() -> bot.start(this::ready))
                .isInstanceOf(PortException.class)
                .hasMessage("Cannot listen on 127.0.0.1 UDP port 5000 (Address already in use)."
                        + " Change local-server.udp-port, or stop the program that uses the port");

        verify(channels).close();
        verify(channels, never()).warmUp();
        verify(http, never()).start();
    }

    @Test
    void start_gatewayElsewhere_opensNoUdpPort() throws Exception {
        Bot bot = bot("odin: {gateway: 'https://gateway.example', keys: {default: '"
                + AccessKey.generate().reveal() + "'}}\nrooms: []");
        bot.start(this::ready);

        verify(channels, never()).listen();
        verify(channels).warmUp();
    }

    @Test
    void close_leavesRoomsBeforePluginsServerAndConnections() {
        joins(OdinRoom.State.JOINED);
        Bot bot = bot("rooms: [{id: Lobby}]");
        bot.start(this::ready);

        bot.close();

        InOrder order = inOrder(room, plugins, http, client, channels, database);
        order.verify(room).leave();
        order.verify(plugins).close();
        order.verify(http).close();
        order.verify(client).close();
        order.verify(channels).close();
        order.verify(database).close();
    }

    @Test
    void ending_whilePluginsStart_joinsNoRoom() {
        Bot bot = bot("rooms: [{id: Lobby}]");
        when(plugins.start()).thenAnswer(call -> {
            bot.ending();
            return List.of();
        });

        bot.start(this::ready);

        verify(plugins).close();
        verify(client, never()).join(any(), any());
        assertThat(ready).isEmpty();
    }

    @Test
    void close_partThatFails_doesNotKeepTheOthersRunning() {
        doThrow(new IllegalStateException("stuck")).when(plugins).close();
        Bot bot = bot("rooms: []");
        bot.start(this::ready);

        bot.close();

        verify(http).close();
        verify(channels).close();
    }

    @Test
    void ready_noRooms_isToldAtOnce() {
        bot("rooms: []").start(this::ready);

        assertThat(ready).containsExactly("0/0 " + PAGE);
    }

    @Test
    void ready_roomStillConnecting_isNotTold() {
        joins(OdinRoom.State.CONNECTING);

        bot("rooms: [{id: Lobby}]").start(this::ready);

        assertThat(ready).isEmpty();
    }

    @Test
    void ready_roomGivenUp_isToldWithoutIt() {
        joins(OdinRoom.State.FAILED);

        bot("rooms: [{id: Lobby}]").start(this::ready);

        assertThat(ready).containsExactly("0/1 " + PAGE);
    }

    private void joins(OdinRoom.State state) {
        when(room.state()).thenReturn(state);
        when(room.id()).thenReturn(new RoomId("Lobby"));
        when(room.leave()).thenReturn(CompletableFuture.completedFuture(null));
        when(client.join(any(), any())).thenReturn(room);
        when(players.create(anyInt(), any())).thenReturn(mock(RoomPlayer.class));
        when(clock.open(any(), any())).thenReturn(mock(FrameClock.Lane.class));
    }

    private Bot bot(String yaml) {
        when(http.page()).thenReturn(PAGE);
        BotConfig config = new ConfigReader(Map.of()).read("config.yml", yaml, BotConfig.class);
        BotRooms rooms = TestRooms.of(client, players, clock);
        AccessKeys keys = AccessKeys.of(config.odin());
        RoomAccess access = new RoomAccess(new CurrentConfig(config), keys, () -> http, rooms);
        Foundation foundation = new Foundation(client, clock, players, channels, database);
        return new Bot(config, keys, access, http, plugins, mock(CommandSettings.class), rooms, foundation);
    }

    private void ready(int joined, int configured, URI page) {
        ready.add(joined + "/" + configured + " " + page);
    }
}

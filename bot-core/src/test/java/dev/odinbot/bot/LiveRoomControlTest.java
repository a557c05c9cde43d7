package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.bot.room.TestRooms;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.http.HttpServer;
import dev.odinbot.odin.client.OdinClient;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.player.Players;
import dev.odinbot.player.RoomPlayer;
import dev.odinbot.text.English;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms on their way in, with faults and moments that the real parts do not have on demand. */
class LiveRoomControlTest {

    private static final RoomId DEN = new RoomId("Den");

    private final OdinClient client = mock(OdinClient.class);
    private final Players players = mock(Players.class);
    private final RoomPlayer player = mock(RoomPlayer.class);
    private final FrameClock clock = mock(FrameClock.class);
    private final OdinRoom odin = mock(OdinRoom.class);
    private final BotRooms rooms = TestRooms.of(client, players, clock);

    @BeforeEach
    void parts() {
        when(odin.id()).thenReturn(DEN);
        when(odin.state()).thenReturn(OdinRoom.State.CONNECTING);
        when(odin.leave()).thenReturn(CompletableFuture.completedFuture(null));
        when(client.join(any(), any())).thenReturn(odin);
        when(players.create(anyInt(), any())).thenReturn(player);
        when(clock.open(any(), any())).thenReturn(mock(FrameClock.Lane.class));
    }

    @Test
    void room_thatFailsToOpenMidway_isUndone_andCanBeOpenedAgain() {
        when(clock.open(any(), any()))
                .thenThrow(new IllegalStateException("the clock is closed"))
                .thenReturn(mock(FrameClock.Lane.class));
        LiveRoomControl control = control("");

        assertThatThrownBy(() -> control.join(DEN, "default")).hasMessage("the clock is closed");

        verify(odin).close();
        verify(player).close();
        assertThat(rooms.running()).isEmpty();
        control.join(DEN, "default");
        assertThat(rooms.running(DEN)).isPresent();
    }

    @Test
    void join_ofARoomThatSomebodyElseLeaves_isRefused() {
        CompletionStage<Outcome> joined = control("").join(DEN, "default");
        assertThat(joined).isNotCompleted();

        rooms.leave(DEN); // as a reload of the config does

        assertThat(English.of(joined)).isCompletedWithValue(English.refused("Den was left before it was joined."));
    }

    @Test
    void join_withAKeyThatIsNotThereOrEmpty_saysSo() {
        String key = AccessKey.generate().reveal();
        LiveRoomControl control = control("odin: {gateway: 'https://gateway.example', keys: {default: '', gold: '" + key
                + "', '" + key + "': ''}}");

        assertThat(English.of(control.join(DEN, "silver")))
                .isCompletedWithValue(
                        English.refused("odin.keys in config.yml has no key of this name; it has default, gold, ***."));
        assertThat(English.of(control.join(DEN, "default")))
                .isCompletedWithValue(English.refused("The key default of odin.keys in config.yml is empty."));
        verify(client, never()).join(any(), any());
    }

    private LiveRoomControl control(String yaml) {
        BotConfig config = new ConfigReader(Map.of()).read("config.yml", yaml, BotConfig.class);
        HttpServer http = mock(HttpServer.class);
        when(http.page()).thenReturn(URI.create("http://localhost/"));
        CurrentConfig current = new CurrentConfig(config);
        return new LiveRoomControl(
                rooms, new RoomAccess(current, AccessKeys.of(config.odin()), () -> http, rooms), current);
    }
}

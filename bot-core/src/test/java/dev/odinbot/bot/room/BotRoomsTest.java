package dev.odinbot.bot.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.odin.client.OdinClient;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.player.Players;
import dev.odinbot.player.RoomPlayer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms with moments that the real parts do not have on demand. */
class BotRoomsTest {

    private static final RoomId DEN = new RoomId("Den");

    private final OdinClient client = mock(OdinClient.class);
    private final Players players = mock(Players.class);
    private final FrameClock clock = mock(FrameClock.class);
    private final OdinRoom odin = mock(OdinRoom.class);
    private final Commands commands = mock(Commands.class);
    private final BotRooms rooms = TestRooms.of(client, players, clock, commands);

    private RoomInbox inbox;

    @BeforeEach
    void parts() {
        when(odin.id()).thenReturn(DEN);
        when(client.join(any(), any())).thenAnswer(call -> {
            inbox = call.getArgument(1);
            return odin;
        });
        when(players.create(anyInt(), any())).thenReturn(mock(RoomPlayer.class));
        when(clock.open(any(), any())).thenReturn(mock(FrameClock.Lane.class));
    }

    @Test
    void quiet_comesBehindTheAnswerOfTheCommandThatAsks() {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        when(odin.state()).thenReturn(OdinRoom.State.JOINED);
        when(odin.send(any(), any())).thenReturn(sent);
        CompletableFuture<Void> quiet = new CompletableFuture<>();
        doAnswer(call -> {
                    rooms.quiet().thenRun(() -> quiet.complete(null));
                    call.<Consumer<String>>getArgument(1).accept("Good bye.");
                    return null;
                })
                .when(commands)
                .run(any(), any());
        open();

        Peer anna = new Peer(new PeerId(7), new UserId("anna"), UserData.EMPTY, List.of());
        byte[] line = "{\"kind\":\"message\",\"payload\":\"!shutdown\"}".getBytes(UTF_8);
        inbox.event(new RoomEvent.MessageReceived(anna, line));

        verify(odin, timeout(10_000)).send(any(), any());
        CompletableFuture<Boolean> early = new CompletableFuture<>();
        inbox.post(session -> early.complete(quiet.isDone()));
        assertThat(early)
                .as("quiet before it is sent")
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(false);

        sent.complete(null);

        assertThat(quiet).succeedsWithin(Duration.ofSeconds(10));
    }

    private void open() {
        RoomSettings settings =
                new RoomSettings(DEN, "default", new UserId("bot"), "Bot", "", "!", Locale.ENGLISH, "", "", 100);
        rooms.open(settings, URI.create("http://localhost"), AccessKey.generate(), (state, detail) -> {});
    }
}

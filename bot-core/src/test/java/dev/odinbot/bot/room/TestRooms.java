package dev.odinbot.bot.room;

import static org.mockito.Mockito.mock;

import dev.odinbot.audio.FrameClock;
import dev.odinbot.listener.ListenerRegistry;
import dev.odinbot.odin.client.OdinClient;
import dev.odinbot.player.Players;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import java.time.Clock;

/** Rooms without commands, of parts that a test brings. */
public final class TestRooms {

    private TestRooms() {}

    public static BotRooms of(OdinClient client, Players players, FrameClock clock) {
        return of(client, players, clock, mock(Commands.class));
    }

    static BotRooms of(OdinClient client, Players players, FrameClock clock, Commands commands) {
        FakeTicker ticker = new FakeTicker();
        ManualTimers timers = new ManualTimers(ticker);
        return new BotRooms(
                client,
                players,
                clock,
                commands,
                new ListenerRegistry(timers, Clock.systemUTC()),
                new RoomMemory(new MemoryRoomSettings()),
                new Pages(ticker),
                ticker,
                timers,
                "test");
    }
}

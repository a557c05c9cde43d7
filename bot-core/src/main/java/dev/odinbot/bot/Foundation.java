package dev.odinbot.bot;

import dev.odinbot.audio.FrameClock;
import dev.odinbot.odin.client.OdinClient;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.player.Players;
import jakarta.inject.Inject;

/** What all rooms share and nobody has to start: only its end has an order. */
final class Foundation implements AutoCloseable {

    private final OdinClient client;
    private final FrameClock clock;
    private final Players players;
    private final DataChannels channels;

    @Inject
    Foundation(OdinClient client, FrameClock clock, Players players, DataChannels channels) {
        this.client = client;
        this.clock = clock;
        this.players = players;
        this.channels = channels;
    }

    /** The channels last: nobody may send on one that is gone. */
    @Override
    public void close() {
        clock.close();
        players.close();
        client.close();
        channels.close();
    }
}

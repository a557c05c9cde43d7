package dev.odinbot.bot;

import dev.odinbot.audio.FrameClock;
import dev.odinbot.http.HttpConfig;
import dev.odinbot.odin.client.OdinClient;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.player.Players;
import dev.odinbot.store.Database;
import jakarta.inject.Inject;
import java.io.IOException;

/** What all rooms share and nobody has to start: only its end has an order. */
final class Foundation implements AutoCloseable {

    private final OdinClient client;
    private final FrameClock clock;
    private final Players players;
    private final DataChannels channels;
    private final Database database;

    @Inject
    Foundation(OdinClient client, FrameClock clock, Players players, DataChannels channels, Database database) {
        this.client = client;
        this.clock = clock;
        this.players = players;
        this.channels = channels;
        this.database = database;
    }

    /**
     * Gets ready for connections before there are any.
     *
     * @throws PortException when we are to answer, and our port cannot be opened
     */
    void open(boolean answering, HttpConfig server) {
        if (answering) {
            try {
                channels.listen();
            } catch (IOException e) {
                throw new PortException(
                        "Cannot listen on " + server.bind() + " UDP port " + server.udpPort() + " (" + e.getMessage()
                                + "). Change local-server.udp-port, or stop the program that uses the port",
                        e);
            }
        }
        channels.warmUp();
    }

    /** The channels after their users: nobody may send on one that is gone. The database last: what is over may be told to it. */
    @Override
    public void close() {
        clock.close();
        players.close();
        client.close();
        channels.close();
        database.close();
    }
}

package dev.odinbot.odin.transport;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.odinbot.time.Ticker;
import jakarta.inject.Singleton;

/** Our own data channels, WebSockets of OkHttp. */
public final class TransportModule extends AbstractModule {

    private final String bind;
    private final int udpPort;

    /**
     * @param bind the address at which those whose offers we answer reach us; a wildcard address stands for all of this
     *     machine's. What we offer ourselves reaches any server either way.
     */
    public TransportModule(String bind) {
        this(bind, 0);
    }

    /** @param udpPort of everybody whose offers we answer; 0 = any free one */
    public TransportModule(String bind, int udpPort) {
        this.bind = bind;
        this.udpPort = udpPort;
    }

    @Provides
    @Singleton
    DataChannels dataChannels(Ticker ticker) {
        return new PeerConnections(bind, udpPort, ticker);
    }

    @Provides
    @Singleton
    WebClient webClient() {
        return new OkHttpWebClient();
    }
}

package dev.odinbot.odin.transport;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.odinbot.time.Timers;
import jakarta.inject.Singleton;

/** Data channels of webrtc-java, WebSockets of OkHttp. */
public final class TransportModule extends AbstractModule {

    private final String bind;

    /**
     * @param bind the address at which those whose offers we answer reach us; a wildcard address stands for all of this
     *     machine's. What we offer ourselves reaches any server either way.
     */
    public TransportModule(String bind) {
        this.bind = bind;
    }

    @Provides
    @Singleton
    DataChannels dataChannels(Timers timers) {
        return new WebRtcDataChannels(bind, timers);
    }

    @Provides
    @Singleton
    WebClient webClient() {
        return new OkHttpWebClient();
    }
}

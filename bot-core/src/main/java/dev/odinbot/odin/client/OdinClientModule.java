package dev.odinbot.odin.client;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** The client. Needs {@code DataChannels} and a {@code WebClient}, of the transport's module, and the clocks. */
public final class OdinClientModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Network.class).in(Singleton.class);
        bind(GatewayCommands.class).to(SignedGatewayCommands.class).in(Singleton.class);
        bind(OdinClient.class).to(OdinRooms.class).in(Singleton.class);
    }
}

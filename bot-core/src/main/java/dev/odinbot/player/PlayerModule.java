package dev.odinbot.player;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** The players; needs a {@link PlayerConfig} and {@code Timers}. */
public final class PlayerModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Players.class).to(LavaPlayers.class).in(Singleton.class);
    }
}

package dev.odinbot.audio;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** The frame clock; needs a {@code Ticker}. */
public final class AudioModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(FrameClock.class).to(ThreadFrameClock.class).in(Singleton.class);
    }
}

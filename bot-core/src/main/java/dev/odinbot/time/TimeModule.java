package dev.odinbot.time;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The machine's clocks and the timer thread. */
public final class TimeModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Clock.class).toInstance(Clock.system(ZoneId.systemDefault()));
        bind(Ticker.class).to(SystemTicker.class).in(Singleton.class);
        bind(Timers.class).to(SystemTimers.class).in(Singleton.class);
    }
}

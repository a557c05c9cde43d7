package dev.odinbot.audio;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.odinbot.time.Ticker;

/** The frame clock; needs a {@code Ticker}. */
public final class AudioModule extends AbstractModule {

    private static final int PHASES = 10;
    private static final int LANES_IN_PHASE = 100;

    private final int phases;
    private final int lanesInPhase;

    public AudioModule() {
        this(PHASES, LANES_IN_PHASE);
    }

    /**
     * @param phases how many moments rooms are spread over at most; 1 for a burst of all rooms at once
     * @param lanesInPhase how many share a moment before the next one is used
     */
    public AudioModule(int phases, int lanesInPhase) {
        this.phases = phases;
        this.lanesInPhase = lanesInPhase;
    }

    @Provides
    @Singleton
    FrameClock frameClock(Ticker ticker) {
        return new ThreadFrameClock(ticker, phases, lanesInPhase);
    }
}

package dev.odinbot.bench;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.odin.transport.TransportModule;
import dev.odinbot.testing.webrtc.WebRtcDataChannels;
import dev.odinbot.time.TimeModule;
import dev.odinbot.time.Timers;

/** An implementation of data channels to be measured. */
enum Contestant {
    OURS("ours"),
    WEBRTC_JAVA("webrtc-java");

    private static final String LOOPBACK = "127.0.0.1";

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    static Contestant titled(String title) {
        for (Contestant contestant : values()) {
            if (contestant.title.equals(title)) {
                return contestant;
            }
        }
        throw new IllegalArgumentException("Not \"ours\" or \"webrtc-java\": " + title);
    }

    DataChannels channels() {
        Injector injector = Guice.createInjector(new TimeModule(), new TransportModule(LOOPBACK));
        return switch (this) {
            case OURS -> warm(injector.getInstance(DataChannels.class));
            case WEBRTC_JAVA -> new WebRtcDataChannels(LOOPBACK, injector.getInstance(Timers.class));
        };
    }

    /** As the bot does when it starts. */
    private static DataChannels warm(DataChannels channels) {
        channels.warmUp();
        return channels;
    }

    @Override
    public String toString() {
        return title;
    }
}

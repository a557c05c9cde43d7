package dev.odinbot.odin.transport;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.odinbot.testing.webrtc.WebRtcDataChannels;
import dev.odinbot.time.TimeModule;
import dev.odinbot.time.Timers;

/** Who makes a data channel: the product, or its opponent. */
enum Stack {
    OURS {
        @Override
        DataChannels open() {
            return Guice.createInjector(new TransportModule("127.0.0.1"), new TimeModule())
                    .getInstance(DataChannels.class);
        }
    },
    LIBWEBRTC {
        @Override
        DataChannels open() {
            Injector time = Guice.createInjector(new TimeModule());
            return new WebRtcDataChannels("127.0.0.1", time.getInstance(Timers.class));
        }
    };

    static final boolean OURS_HAS_LANDED = oursHasLanded();

    private static boolean oursHasLanded() {
        try (DataChannels ours = OURS.open()) {
            return !ours.getClass().getSimpleName().startsWith("WebRtc");
        }
    }

    /** Whether more can be asked of it than libwebrtc gives. Until ours has landed, ours is libwebrtc too. */
    boolean strict() {
        return this == OURS && OURS_HAS_LANDED;
    }

    /** Answers, and is reached, on loopback. */
    abstract DataChannels open();
}

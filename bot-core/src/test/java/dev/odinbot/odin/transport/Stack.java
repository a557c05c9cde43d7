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

    /** Answers, and is reached, on loopback. */
    abstract DataChannels open();
}

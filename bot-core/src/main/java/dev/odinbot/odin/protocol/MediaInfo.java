package dev.odinbot.odin.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A media as the server tells of it.
 *
 * @param paused whether the receiver of this has paused it; null = no
 */
public record MediaInfo(int id, @Nullable Boolean paused, Properties properties) {

    public static final String AUDIO = "audio";

    /** @param kind {@code audio} or {@code video}; null = unsaid, which is audio */
    public record Properties(@Nullable String kind) {
        public static final Properties NONE = new Properties(null);
    }
}

package dev.odinbot.bot;

import dev.odinbot.api.Default;
import java.util.Map;

/**
 * The {@code odin} section.
 *
 * @param gateway {@code local} for the embedded room server, or an http(s) address
 * @param keys name → access key; never shown
 */
public record OdinConfig(
        @Default("local") String gateway,
        @Default("{default: \"\"}") Map<String, String> keys) {

    public boolean local() {
        return gateway.equals("local");
    }

    @Override
    public String toString() {
        return "OdinConfig[gateway=" + gateway + ", keys=" + keys.keySet() + "]";
    }
}

package dev.odinbot.player;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import java.util.List;

/**
 * The {@code audio} section.
 *
 * @param library folder for {@code !play <name>}; files outside it are never read
 * @param volume percent, 100 = as recorded
 */
public record PlayerConfig(
        @Default("music") String library,
        @Default("100") @Between(min = 0, max = 150) int volume,
        Http http) {

    /**
     * @param allowHosts private or loopback hosts or CIDRs that may be played from; public ones always may
     */
    public record Http(
            @Default("true") boolean enabled, @Default("[]") List<String> allowHosts) {}
}

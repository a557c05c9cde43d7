package dev.odinbot.player;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;
import java.util.List;
import java.util.regex.Pattern;

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
            @Default("true") boolean enabled, @Default("[]") List<String> allowHosts) implements Checked {

        private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

        @Override
        public void check(Faults faults) {
            for (int i = 0; i < allowHosts.size(); i++) {
                if (!isHostOrNetwork(allowHosts.get(i))) {
                    faults.at("allow-hosts")
                            .at(i)
                            .add(
                                    "this is neither a host nor a network",
                                    "Write a name, an address or a network such as 10.0.0.0/8, without http:// and port.");
                }
            }
        }

        private static boolean isHostOrNetwork(String text) {
            return Cidr.parse(text).isPresent() || HOST_NAME.matcher(text).matches();
        }
    }
}

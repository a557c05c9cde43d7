package dev.odinbot.bot;

import dev.odinbot.api.Default;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;
import dev.odinbot.odin.token.AccessKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * The {@code odin} section.
 *
 * @param gateway {@code local} for the embedded room server, or an http(s) address
 * @param keys name → access key; never shown
 */
public record OdinConfig(
        @Default("local") String gateway,
        @Default("{default: \"\"}") Map<String, String> keys) implements Checked {

    public boolean local() {
        return gateway.equals("local");
    }

    @Override
    public void check(Faults faults) {
        if (!local() && !isHttpAddress(gateway)) {
            faults.at("gateway")
                    .add(
                            "this is neither \"local\" nor an http or https address",
                            "Write local, or for instance https://gateway.odin.4players.io.");
        }
        keys.forEach((name, key) -> {
            if (!key.isEmpty() && AccessKey.parse(key) instanceof AccessKey.Parsed.Invalid invalid) {
                place(faults.at("keys"), name)
                        .add(
                                "this is not an access key: " + invalid.reason(),
                                "Copy the whole key again; odin-bot --new-key makes one for local servers.");
            }
        });
    }

    private static boolean isHttpAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The name of a key, which may be a key itself, put in the wrong place. */
    static String shown(String keyName) {
        return AccessKey.parse(keyName) instanceof AccessKey.Parsed.Valid ? "***" : keyName;
    }

    /** Where the key is in the file; its name shows in the place. */
    static Faults place(Faults keys, String keyName) {
        return shown(keyName).equals(keyName) ? keys.at(keyName) : keys;
    }

    @Override
    public String toString() {
        List<String> names = keys.keySet().stream().map(OdinConfig::shown).toList();
        return "OdinConfig[gateway=" + gateway + ", keys=" + names + "]";
    }
}

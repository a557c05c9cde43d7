package dev.odinbot.bot;

import com.google.common.collect.Maps;
import dev.odinbot.odin.token.AccessKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The access keys of the config by name; for the local gateway an empty one is generated. */
final class AccessKeys {

    private final Map<String, AccessKey> byName;

    private final Set<String> generated;

    private AccessKeys(Map<String, AccessKey> byName, Set<String> generated) {
        this.byName = byName;
        this.generated = generated;
    }

    /** @param odin already checked: every key is well formed, and only a local gateway's may be empty */
    static AccessKeys of(OdinConfig odin) {
        Map<String, AccessKey> byName = new LinkedHashMap<>();
        odin.keys()
                .forEach((name, text) -> byName.put(name, text.isEmpty() ? AccessKey.generate() : parse(name, text)));
        return new AccessKeys(
                byName, Maps.filterValues(odin.keys(), String::isEmpty).keySet());
    }

    private static AccessKey parse(String name, String text) {
        AccessKey.Parsed parsed = AccessKey.parse(text);
        if (parsed instanceof AccessKey.Parsed.Valid valid) {
            return valid.key();
        }
        throw new IllegalArgumentException("The config was not checked: odin.keys." + name + " is no access key");
    }

    AccessKey get(String name) {
        AccessKey key = byName.get(name);
        if (key == null) {
            throw new IllegalArgumentException("The config was not checked: there is no key odin.keys." + name);
        }
        return key;
    }

    /** Whether it is empty in the config. */
    boolean generated(String name) {
        return generated.contains(name);
    }

    /** Whether one was made up, that no other program can know. */
    boolean anyGenerated() {
        return !generated.isEmpty();
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    List<AccessKey> all() {
        return List.copyOf(byName.values());
    }
}

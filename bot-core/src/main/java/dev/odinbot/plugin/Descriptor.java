package dev.odinbot.plugin;

import java.util.List;
import java.util.Set;

/**
 * What a jar says of itself in its manifest.
 *
 * @param requires range of API versions
 */
record Descriptor(
        String id,
        String version,
        String pluginClass,
        String requires,
        List<Dependency> dependencies,
        String description) {

    /** @param versions a range; {@code *} = any */
    record Dependency(String id, String versions, boolean optional) {}

    boolean needs(String plugin) {
        return dependencies.stream().anyMatch(dependency -> dependency.id().equals(plugin));
    }

    boolean needsAny(Set<String> plugins) {
        return dependencies.stream()
                .anyMatch(dependency -> !dependency.optional() && plugins.contains(dependency.id()));
    }

    /** For people. */
    String label() {
        return id + " " + version;
    }
}

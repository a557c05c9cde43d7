package dev.odinbot.plugin;

import dev.odinbot.api.Default;
import dev.odinbot.config.RemainingKeys;
import dev.odinbot.config.Section;
import java.util.Map;

/**
 * The {@code plugins} section.
 *
 * @param folder where the plugin jars are
 * @param watch whether jars that are new, changed or gone in the folder are loaded, reloaded or unloaded by themselves
 * @param sections a section per plugin, by its id
 */
public record PluginsConfig(
        @Default("plugins") String folder,
        @Default("true") boolean watch,
        @RemainingKeys Map<String, Section> sections) {}

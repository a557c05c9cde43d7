package dev.odinbot.api.admin;

import java.util.List;

/**
 * One plugin.
 *
 * @param id from its descriptor; of a jar without a readable one, the name of the file
 * @param requires the range of API versions it works with
 * @param dependencies ids of the plugins that it needs
 * @param jar name of its file
 * @param reason why it failed, or what it waits for; empty otherwise
 * @param commands the names of its commands, while it is started
 */
public record PluginInfo(
        String id,
        String version,
        String description,
        String requires,
        List<String> dependencies,
        String jar,
        PluginState state,
        String reason,
        List<String> commands) {}

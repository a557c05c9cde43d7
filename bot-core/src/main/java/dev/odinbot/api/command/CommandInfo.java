package dev.odinbot.api.command;

import java.util.List;

/**
 * A command as help shows it.
 *
 * @param usage name and arguments without prefix, for instance {@code queue [page]}
 * @param plugin id of the plugin that brought it
 */
public record CommandInfo(String name, List<String> aliases, String usage, String description, String plugin) {}

package dev.odinbot.api;

import dev.odinbot.api.command.CommandCatalog;

/** What the host gives one plugin. Usable from any thread between the plugin's start and its stop. */
public interface PluginContext {

    /** The plugin's id, from its descriptor; also the name of its section under {@code plugins:} in config.yml. */
    String id();

    /**
     * Makes every method of {@code handler} annotated with {@link dev.odinbot.api.command.Command} a chat command.
     *
     * @throws IllegalArgumentException when a method's signature does not fit its annotation; names the method
     * @throws IllegalStateException when the plugin has been stopped
     */
    void register(Object handler);

    /**
     * The plugin's section of config.yml as a record; missing keys take the defaults that the record's components
     * declare.
     *
     * @param type a record whose components are the section's keys in kebab-case
     * @throws IllegalArgumentException with every fault of the section, with file, line, key and remedy
     */
    <T extends Record> T config(Class<T> type);

    /** Every command of every plugin, as help shows them. */
    CommandCatalog commands();
}

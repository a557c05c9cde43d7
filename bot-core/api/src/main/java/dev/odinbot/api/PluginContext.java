package dev.odinbot.api;

import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.api.text.Messages;

/**
 * What the host gives one plugin. Usable from any thread between the plugin's start and its stop; all that was registered or scheduled
 * through it goes away, as one unit, when the plugin does.
 *
 * <p>A constructor of the plugin's classes can ask for each of these things by its type too, and for {@link java.time.Clock} and the
 * interfaces of {@code api.admin}.
 */
public interface PluginContext {

    /** The plugin's id, from its descriptor; also the name of its section under {@code plugins:} in config.yml. */
    String id();

    /**
     * Makes every method of {@code handler} annotated with {@link dev.odinbot.api.command.Command} a chat command, and those with {@link
     * dev.odinbot.api.event.Listen} and {@link dev.odinbot.api.event.Schedule} what they say.
     *
     * @throws IllegalArgumentException when a method's signature does not fit its annotation; names every such method
     * @throws IllegalStateException when the plugin has been stopped
     */
    Registration register(Object handler);

    /**
     * Makes {@code type} an argument type of this plugin's commands. Before the handlers that use it.
     *
     * @throws IllegalArgumentException when the type has a converter already
     */
    <T> Registration convert(Class<T> type, Converter<T> converter);

    /**
     * The plugin's section of config.yml as a record; missing keys take the defaults that the record's components declare.
     *
     * @param type a record whose components are the section's keys in kebab-case
     * @throws IllegalArgumentException with every fault of the section, with file, line, key and remedy
     */
    <T extends Record> T config(Class<T> type);

    /** Every command of every plugin, as help shows them. */
    CommandCatalog commands();

    /** {@return the rooms that the bot is in} */
    Rooms rooms();

    /** {@return the words of the plugin, for what is no reply} */
    Messages messages();

    /** {@return the threads and timers of the plugin} */
    Scheduler scheduler();

    /** {@return the keys and values that the plugin keeps} */
    KeyValueStore store();

    /** {@return the tables that the plugin keeps} */
    Tables tables();
}

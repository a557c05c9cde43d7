package dev.odinbot.api.admin;

import dev.odinbot.api.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The plugins of the bot, while it runs. Changes are made one after the other on the host's control thread; music and other plugins go
 * on meanwhile. A plugin must not wait for one while it starts or stops itself: the change would wait for the plugin.
 */
public interface Plugins {

    /** All that are known, sorted by id. */
    List<PluginInfo> all();

    /** {@return the plugin of that id} */
    Optional<PluginInfo> find(String id);

    /** Jars in the plugins folder that are not loaded, by file name. */
    List<String> available();

    /**
     * Loads a plugin and starts it.
     *
     * @param jar file name in the plugins folder, or the id of a plugin whose jar is there
     */
    CompletionStage<Outcome> load(String jar);

    /** Stops it and those that depend on it, and forgets them until they are loaded again or the bot is restarted. */
    CompletionStage<Outcome> unload(String id);

    /**
     * Puts what its jar holds now in its place. When the new one cannot be loaded or started the old one goes on, and the refusal says
     * why.
     */
    CompletionStage<Outcome> reload(String id);

    /** Switches it on, for later starts too. */
    CompletionStage<Outcome> enable(String id);

    /** Switches it off, for later starts too; its jar stays. */
    CompletionStage<Outcome> disable(String id);

    /** Removes for good all that a plugin has stored, its keys and its tables; only of one that is not started. */
    CompletionStage<Outcome> purge(String id);
}

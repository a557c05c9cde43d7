package dev.odinbot.plugin;

import dev.odinbot.api.Outcome;
import dev.odinbot.config.ConfigFault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Loads the plugins of the folder and keeps them, as long as the bot runs. */
public interface PluginHost extends AutoCloseable {

    /** Loads and starts every jar; a broken one is reported and left out. Returns the ids of those that started. Waits for it. */
    List<String> start();

    /**
     * Takes over the sections of a config that was read again: reloads, one after the other, those started plugins to which their section
     * says something else than before. Unless the sections have faults: then nothing has changed.
     *
     * @return completes with how each reload ended, by the plugin's id; exceptionally with a {@link
     *     dev.odinbot.config.ConfigException} that has all faults
     */
    CompletionStage<Map<String, Outcome>> configure(PluginsConfig config);

    /** What started plugins find wrong with their sections. Any thread. */
    List<ConfigFault> faults(PluginsConfig config);

    /**
     * Stops all plugins, each after those that depend on it; a start under way ends with what has started by then. Waits for it, but not
     * long. Any thread.
     */
    @Override
    void close();
}

package dev.odinbot.plugin;

import java.util.List;

/** Loads the plugins of the folder and keeps them. */
public interface PluginHost extends AutoCloseable {

    /** Loads and starts every jar; a broken one is reported and left out. Returns the ids of those that started. */
    List<String> start();

    /** Stops all plugins, last one first. */
    @Override
    void close();
}

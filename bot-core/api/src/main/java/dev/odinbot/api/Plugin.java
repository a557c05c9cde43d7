package dev.odinbot.api;

/**
 * A plugin: one jar, one class that implements this, named by {@code Plugin-Class} in the jar's manifest.
 *
 * <p>The host makes one instance through its only constructor; parameters may be {@link PluginContext}, the services of the host that
 * it names, and classes of the plugin, which are made in the same way, one of each. {@link #start} and {@link #stop} are called once
 * each, no two plugins' at once, on a thread for which the host waits 30 s and 5 s and which it then interrupts. When the whole bot
 * ends, plugins stop side by side, each after those that depend on it, and have 0.3 s. What a plugin registered through its context goes
 * away with it; it need not undo that itself.
 *
 * <p>On a reload the new instance is started before the old one is stopped, and for that moment both are there. What only one can have,
 * such as a port or a file that is written, is opened when it is first needed and not in {@link #start}, or the plugin is unloaded and
 * loaded instead.
 */
public interface Plugin {

    /**
     * Registers commands and prepares what they need. May wait for that, in a way that ends when the thread is interrupted.
     *
     * @throws Exception when the plugin cannot work; the host reports it with the plugin's id and goes on without it
     */
    void start(PluginContext context) throws Exception;

    /** Releases what the plugin opened itself. Never called for a plugin whose start failed. */
    default void stop() {}
}

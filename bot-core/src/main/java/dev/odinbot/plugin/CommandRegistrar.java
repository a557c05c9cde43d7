package dev.odinbot.plugin;

/** Where plugins' handlers become commands; {@code bot} binds it to the command registry. Any thread. */
public interface CommandRegistrar {

    /**
     * Makes every annotated method of {@code handler} a command.
     *
     * @throws IllegalArgumentException when a method does not fit its annotation; names class and method
     */
    Registration register(String pluginId, Object handler);

    /** Removes what was registered, as one unit. */
    interface Registration {
        void remove();
    }
}

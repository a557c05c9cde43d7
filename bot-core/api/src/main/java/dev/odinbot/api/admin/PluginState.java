package dev.odinbot.api.admin;

/** Where a plugin is in its life; the plugin guide draws the ways between them. */
public enum PluginState {
    /** Its jar is read and it may run, but it does not yet, or has been stopped. */
    LOADED,
    /** Its commands and listeners work. */
    STARTED,
    /** An operator switched it off; it stays so over restarts. */
    DISABLED,
    /** It could not be loaded or started; the reason says why. */
    FAILED
}

package dev.odinbot.api.admin;

import dev.odinbot.api.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The running bot itself. */
public interface Program {

    /** {@return the version of the bot, for people} */
    String version();

    /** {@return how long it has been running} */
    Duration uptime();

    /**
     * Reads config.yml again and applies what can be applied while running: rooms, permissions, commands, plugins' sections (by reloading
     * the plugins whose section has changed). A file with faults changes nothing; the outcome says what took effect and what needs a
     * restart.
     */
    CompletionStage<Outcome> reloadConfig();

    /** Ends the program in a moment, with what is being said now said. */
    void shutdown();
}

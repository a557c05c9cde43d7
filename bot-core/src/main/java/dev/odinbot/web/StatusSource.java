package dev.odinbot.web;

/** Gives the state of the bot; called on any thread, often, and never blocks. */
public interface StatusSource {
    BotStatus status();
}

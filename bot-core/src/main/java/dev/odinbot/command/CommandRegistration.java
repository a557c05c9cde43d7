package dev.odinbot.command;

/** The commands of one handler; closing it removes them all at once. Any thread, any number of times. */
public interface CommandRegistration extends AutoCloseable {

    @Override
    void close();
}

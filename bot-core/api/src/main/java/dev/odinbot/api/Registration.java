package dev.odinbot.api;

/** Something that was registered; closing it removes it. Any thread, any number of times. */
public interface Registration extends AutoCloseable {

    @Override
    void close();
}

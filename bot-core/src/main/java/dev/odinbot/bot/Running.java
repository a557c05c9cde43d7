package dev.odinbot.bot;

import java.net.URI;

/** The program between its start and its end, as the command line sees it. */
interface Running extends AutoCloseable {

    /**
     * Starts everything; a start that fails has undone itself.
     *
     * @param onReady told once, on any thread, when every room is joined or given up
     */
    void start(ReadyListener onReady);

    /** The close comes soon: a start that is under way cuts short what it can. Any thread. */
    void ending();

    /** Stops everything in reverse order. Safe after a failed start, and when called again. */
    @Override
    void close();

    /** Hears that the rooms are joined. */
    interface ReadyListener {
        void ready(int joined, int configured, URI page);
    }
}

package dev.odinbot.odin.client;

import java.util.concurrent.CompletionException;

/** Finds what a stage failed with, under what stages wrap around it. */
final class Causes {

    private Causes() {}

    static Throwable of(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }
}

package dev.odinbot.plugin;

/** Methods of a handler that do not fit their annotations; the message names every one. */
final class HandlerFaults extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    HandlerFaults(IllegalArgumentException faults) {
        super(faults.getMessage(), faults);
    }
}

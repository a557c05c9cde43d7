package dev.odinbot.bench;

/** What came of a line, whoever dispatched it. */
enum DispatchResult {
    RAN,
    /** No such command, or not with those arguments. */
    REFUSED,
    DENIED
}

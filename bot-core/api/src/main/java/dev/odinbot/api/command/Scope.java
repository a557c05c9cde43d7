package dev.odinbot.api.command;

/** Whom a limit counts by. */
public enum Scope {
    /** Each user by itself, in all rooms together. */
    USER,
    /** All users of a room together. */
    ROOM,
    /** All users of all rooms together. */
    GLOBAL
}

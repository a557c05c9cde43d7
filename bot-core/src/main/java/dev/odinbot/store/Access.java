package dev.odinbot.store;

/** What a piece of work does with the database. */
enum Access {
    READ,
    /** All of it or nothing: it is one transaction. */
    WRITE
}

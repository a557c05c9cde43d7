/**
 * The one database: SQLite beside the config file, or PostgreSQL. Implements the Store interfaces of the features; imports those,
 * {@code api}, {@code config} and {@code time}.
 *
 * <p>Threads: all work on {@code store-*}, at most one for each plugin; stages complete on {@code store-answer-*}; what is read at start is waited for on the control thread, nothing else ever.
 */
@NullMarked
package dev.odinbot.store;

import org.jspecify.annotations.NullMarked;

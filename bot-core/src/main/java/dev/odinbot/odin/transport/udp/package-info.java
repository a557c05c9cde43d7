/**
 * UDP sockets and the few threads, {@code odin-udp-*}, that read them all and mind the deadlines of what is behind them.
 * Handlers are called on the thread of their socket's loop and must not wait; sending is for any thread. Imports
 * {@code time}.
 */
@NullMarked
package dev.odinbot.odin.transport.udp;

import org.jspecify.annotations.NullMarked;

/**
 * Plugins' methods with {@link dev.odinbot.api.event.Listen} and {@link dev.odinbot.api.event.Schedule}: what they hear of, when they
 * run. Knows rooms and players as {@code api} shows them; {@code bot} says what happens in them. Imports {@code api}, {@code signature},
 * {@code text} and {@code time}.
 *
 * <p>Threads: registering and publishing on any; methods run on their room's executor or a worker thread of their plugin.
 */
@NullMarked
package dev.odinbot.listener;

import org.jspecify.annotations.NullMarked;

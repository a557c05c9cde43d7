/**
 * Loading, queueing and playing tracks; the only package that sees LavaPlayer's player API. Imports {@code api},
 * {@code audio}, {@code time} and {@code config}.
 *
 * <p>Threads: {@code player-*} load, LavaPlayer's own decode; {@link dev.odinbot.player.RoomPlayer#frames} is read on the clock thread;
 * listeners are called on {@code player-*} and must hand over.
 */
@NullMarked
package dev.odinbot.player;

import org.jspecify.annotations.NullMarked;

/**
 * Loading, queueing and playing tracks; the only package that sees LavaPlayer's player API. Imports {@code api},
 * {@code audio}, {@code time} and {@code config}.
 *
 * <p>Threads: LavaPlayer's own load and decode; {@link dev.odinbot.player.RoomPlayer#frames} is read on the clock thread;
 * listeners are called on LavaPlayer's threads or the caller's and must hand over.
 */
@NullMarked
package dev.odinbot.player;

import org.jspecify.annotations.NullMarked;

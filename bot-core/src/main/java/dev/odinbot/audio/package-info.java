/**
 * Sound as frames of 20 ms: where they come from, where they go, and the one clock that moves them. Knows neither tracks
 * nor ODIN. Imports {@code time}, {@code config} and {@code api}.
 *
 * <p>Threads: sources and sinks are called on the {@code frame-clock} thread and must not block it nor make garbage.
 */
@NullMarked
package dev.odinbot.audio;

import org.jspecify.annotations.NullMarked;

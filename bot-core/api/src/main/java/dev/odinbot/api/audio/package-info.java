/**
 * Playing sound in a room: the {@link dev.odinbot.api.audio.Player}, its queue and what is known about a track. No
 * decoder's types appear here. All of it may be used from any thread; nothing blocks.
 */
@NullMarked
package dev.odinbot.api.audio;

import org.jspecify.annotations.NullMarked;

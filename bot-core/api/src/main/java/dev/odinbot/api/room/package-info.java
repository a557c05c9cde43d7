/**
 * Rooms, the peers in them and what they say to each other. Values are immutable; {@link dev.odinbot.api.room.Room} may
 * be used from any thread. Imports nothing of ours.
 */
@NullMarked
package dev.odinbot.api.room;

import org.jspecify.annotations.NullMarked;

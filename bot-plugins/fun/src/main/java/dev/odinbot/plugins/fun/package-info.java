/**
 * Dice, choices and polls. Shows a {@link dev.odinbot.api.command.Converter} of the plugin's own, a flag, and words in two languages.
 * No settings. Imports {@code api} only.
 *
 * <p>A room has at most one poll, in memory: reloading the plugin or restarting the bot forgets it.
 *
 * <p>Threads: commands run on their room's executor, the end of a poll on a worker thread; the poll is what both share, and locks
 * itself.
 */
@NullMarked
package dev.odinbot.plugins.fun;

import org.jspecify.annotations.NullMarked;

/**
 * Greets those who come in, aloud, and says good-bye to those who go. Shows {@link dev.odinbot.api.event.Listen} and settings.
 * Imports {@code api} only.
 *
 * <p>Silent until {@code plugins.greeter} in config.yml has lines to say ({@link dev.odinbot.plugins.greeter.GreeterConfig}): the
 * bot's own {@code bot.greeting}, which only the newcomer sees, goes on beside it; set that to {@code ""} for one greeting only.
 *
 * <p>Threads: listeners run on their room's executor; what all rooms share locks itself.
 */
@NullMarked
package dev.odinbot.plugins.greeter;

import org.jspecify.annotations.NullMarked;

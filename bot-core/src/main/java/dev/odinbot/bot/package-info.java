/**
 * Where everything meets: the command line, the root module, the config as a whole, and the services that plugins govern the bot with.
 * Imports everything; imported by nobody. What happens in one room is in {@code bot.room}.
 *
 * <p>Threads: {@code Main} is the control thread; services are for any thread.
 */
@NullMarked
package dev.odinbot.bot;

import org.jspecify.annotations.NullMarked;

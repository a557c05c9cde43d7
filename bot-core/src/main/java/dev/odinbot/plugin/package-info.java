/**
 * Plugin jars: descriptors, isolation, starting and stopping. Imports {@code api}, {@code command} and {@code config}.
 *
 * <p>Threads: all on the control thread (the one that starts and stops the bot).
 */
@NullMarked
package dev.odinbot.plugin;

import org.jspecify.annotations.NullMarked;

/**
 * Plugin jars: descriptors, isolation, starting and stopping. Imports {@code api} and {@code config}; commands reach the
 * registry through {@link dev.odinbot.plugin.HandlerRegistrar}, which {@code bot} binds.
 *
 * <p>Threads: all on the control thread (the one that starts and stops the bot).
 */
@NullMarked
package dev.odinbot.plugin;

import org.jspecify.annotations.NullMarked;

/**
 * How a plugin hears of what happens: annotated methods of a handler that is registered with {@link
 * dev.odinbot.api.PluginContext#register}. Imports nothing of ours; the types of events are in {@code api.room} and {@code api.audio}.
 */
@NullMarked
package dev.odinbot.api.event;

import org.jspecify.annotations.NullMarked;

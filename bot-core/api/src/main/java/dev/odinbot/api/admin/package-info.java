/**
 * Governing the bot itself from a plugin: plugins, permissions, rooms, the program. A plugin is given these in the constructor that asks
 * for them. Plugins are trusted code: what stands between these and a stranger is the {@code @Permission} of the commands.
 *
 * <p>Threads: every call returns at once or reads memory; what takes time completes a stage.
 */
@NullMarked
package dev.odinbot.api.admin;

import org.jspecify.annotations.NullMarked;

/**
 * How a plugin declares chat commands: annotated methods that return a {@link dev.odinbot.api.command.Reply}. Handlers
 * run on their room's executor, as {@link dev.odinbot.api.command.Command} says. Imports {@code api.room}, {@code api.audio} and {@code api.text} only.
 */
@NullMarked
package dev.odinbot.api.command;

import org.jspecify.annotations.NullMarked;

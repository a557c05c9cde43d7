/**
 * How a plugin declares chat commands: annotated methods that return a {@link dev.odinbot.api.command.Reply}. Handlers
 * run on their room's serial executor. Imports {@code api.room}, {@code api.audio} and {@code api.text} only.
 */
@NullMarked
package dev.odinbot.api.command;

import org.jspecify.annotations.NullMarked;

package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a chat command.
 *
 * <p>The value is the command's name and its arguments, {@code <required>} or {@code [optional]}, each matching a method
 * parameter of the same name, for instance {@code "queue [page]"}. Other parameters are injected by type: {@link
 * dev.odinbot.api.room.Room}, the sending {@link dev.odinbot.api.room.Peer}, {@link dev.odinbot.api.audio.Player}, {@link
 * CommandCatalog}.
 *
 * <p>Argument types: {@code String}, {@code int}, {@code long}, and {@code OptionalInt} or {@code Optional<String>} where
 * the argument may be absent; {@link dev.odinbot.api.Between} bounds a number, {@link Rest} takes the rest of the line.
 *
 * <p>The method returns a {@link Reply}, a {@code CompletionStage<Reply>}, or nothing. It runs on the room's serial
 * executor: it may take a while, but what can wait should be returned as a stage. An exception is a fault: the room gets
 * a short line, the log the stack trace.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Command {
    String value();
}

package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a chat command.
 *
 * <p>The value is the words that call it, one or more ({@code playlist save}), and its arguments: {@code <required>}, {@code [optional]},
 * {@code <repeated...>} or {@code [repeated...]}, each matching a method parameter of the same name. Other parameters are {@link Flag}s,
 * or injected by type: {@link dev.odinbot.api.room.Room}, the sending {@link dev.odinbot.api.room.Peer}, {@link
 * dev.odinbot.api.audio.Player}, the {@link CommandCatalog}.
 *
 * <p>The type of an argument is its converter: {@code String} (one word, or several in quotes; {@link Rest} for the rest of the line,
 * {@link OneOf} for a fixed set), {@code int}, {@code long} ({@link dev.odinbot.api.Between}), {@code double} ({@link
 * BetweenDecimals}), {@code boolean} (yes, on, 1 …), an enum, {@link java.time.Duration} ({@code 90}, {@code 1:30}, {@code 2h}), {@link
 * dev.odinbot.api.audio.Position} (the same, or {@code +15s}), {@link Percent}, {@link java.net.URI} (an http or https address), {@link
 * dev.odinbot.api.room.Peer} (somebody present, by name, unique beginning of it, or id), {@link dev.odinbot.api.room.UserId} (any user
 * id, always with {@code id:} before it, else unless it is the name of somebody present, which anybody can take), or a type that the plugin brought a {@link Converter} for. An optional argument is an {@code Optional}, {@code
 * OptionalInt} or {@code OptionalDouble}, or has a {@link dev.odinbot.api.Default}; a repeated one is a {@code List}.
 *
 * <p>The method returns a {@link Reply}, a {@code CompletionStage<Reply>}, or nothing. It runs on the room's
 * executor, which runs commands and listeners of the room in order, one at a time, as long as they are quick; one that takes longer
 * than half a second goes on alone, while what comes after it is run beside it. What waits for something should return a stage
 * all the same: threads are few. An exception is a fault: the room gets a short line with an error id,
 * the log the stack trace with the same id.
 *
 * <p>The annotation processor in this jar refuses, while the plugin is compiled, a method that does not fit.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Command {
    /** {@return the words and the arguments, for instance {@code playlist save <name> [tags...]}} */
    String value();
}

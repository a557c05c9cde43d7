package dev.odinbot.signature;

/**
 * An argument of a command.
 *
 * @param rest whether it takes the rest of the line as it was typed
 */
public record ArgumentShape(String name, boolean required, boolean repeated, boolean rest, ValueShape value) {}

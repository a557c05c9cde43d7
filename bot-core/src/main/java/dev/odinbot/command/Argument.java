package dev.odinbot.command;

/**
 * One argument of a command.
 *
 * @param rest whether it takes the rest of the line
 * @param absent the parameter's value when an optional argument is not given
 */
record Argument(String name, boolean required, boolean rest, Converter converter, Object absent) {}

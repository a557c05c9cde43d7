package dev.odinbot.signature;

/**
 * A flag of a command.
 *
 * @param name with its two dashes
 * @param shorthand with its dash; empty when there is none
 * @param takesValue false when it is just there or not
 */
public record FlagShape(String name, String shorthand, boolean takesValue, ValueShape value) {}

package dev.odinbot.command;

/** Makes a parameter's value of an argument's text. */
@FunctionalInterface
interface Converter {
    Conversion convert(String text);
}

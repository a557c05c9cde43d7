package dev.odinbot.command.argument;

import dev.odinbot.api.text.Text;
import org.jspecify.annotations.Nullable;

/** What became of a line's arguments. */
public sealed interface Binding {

    /** @param values one per argument, then one per flag, in the order of the declaration; not to be changed */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Bound(@Nullable Object[] values) implements Binding {}

    /**
     * @param argument name of the argument or flag at fault; empty when it is none in particular
     * @param problem a sentence of the core's bundles that names it
     */
    record Refused(String argument, Text problem) implements Binding {}
}

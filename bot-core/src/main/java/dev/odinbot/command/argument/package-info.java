/**
 * A command's arguments and flags: from the words of a line to the values of a method's parameters. What does not fit is a
 * {@link dev.odinbot.api.text.Text.Keyed} with a key {@code argument.*} of the bundles in {@code command}, the argument's name being
 * its first value. Imports {@code api} and {@code signature}.
 *
 * <p>Threads: everything is immutable but {@link dev.odinbot.command.argument.OwnConverters}, which any thread may use.
 */
@NullMarked
package dev.odinbot.command.argument;

import org.jspecify.annotations.NullMarked;

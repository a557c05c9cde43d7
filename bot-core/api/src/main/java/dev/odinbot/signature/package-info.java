/**
 * What a method's annotations declare, and every rule of what fits: for commands, listeners and schedules. One set of rules for two
 * readers: the host's, which looks at loaded classes, and {@link dev.odinbot.signature.CommandProcessor} in the compiler. In the jar of
 * the API for the compiler's sake; plugins do not see it. Imports annotations and events of {@code api} only.
 *
 * <p>Threads: everything is immutable or used by one thread.
 */
@NullMarked
package dev.odinbot.signature;

import org.jspecify.annotations.NullMarked;

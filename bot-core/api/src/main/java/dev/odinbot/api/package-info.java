/**
 * What a plugin compiles against: {@link dev.odinbot.api.Plugin} and the {@link dev.odinbot.api.PluginContext} it is
 * given. Imports nothing of ours outside {@code api}; a plugin sees only these packages, the JDK and slf4j.
 *
 * <p>Threads: a plugin is started and stopped on threads made for that; its commands and listeners run on their room's executor, one at a time per room but for those that take longer than half a second, beside which the next ones run.
 */
@NullMarked
package dev.odinbot.api;

import org.jspecify.annotations.NullMarked;

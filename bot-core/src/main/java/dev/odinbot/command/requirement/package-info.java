/**
 * What must hold before a command runs: permission, rooms, vote, cooldown, concurrency; and how fast lines may come at all. Declared by
 * annotations, changed by {@code commands:} in config.yml. Knows neither lines nor handlers. Imports {@code api}, {@code config} and
 * {@code time}.
 *
 * <p>Threads: everything here may be used from any.
 */
@NullMarked
package dev.odinbot.command.requirement;

import org.jspecify.annotations.NullMarked;

/**
 * The one place that reads clocks and waits. Everything else is given a {@link dev.odinbot.time.Ticker} or {@link
 * dev.odinbot.time.Timers}, so that tests can turn the hands. Imports nothing of ours.
 */
@NullMarked
package dev.odinbot.time;

import org.jspecify.annotations.NullMarked;

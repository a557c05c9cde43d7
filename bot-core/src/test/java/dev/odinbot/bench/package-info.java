/**
 * Benchmarks, started by {@code scripts/bench}; no tests, and no part of the distribution. {@link
 * dev.odinbot.bench.TransportBench} is the parent of two processes at a time, a {@link dev.odinbot.bench.Sender} and a
 * {@link dev.odinbot.bench.Receiver}, which speak with each other over loopback and are asked what they measured.
 */
@NullMarked
package dev.odinbot.bench;

import org.jspecify.annotations.NullMarked;

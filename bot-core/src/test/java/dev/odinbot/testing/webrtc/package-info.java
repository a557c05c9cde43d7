/**
 * libwebrtc behind {@link dev.odinbot.odin.transport.DataChannels}: the opponent of our own transport in tests and
 * measurements, and no part of the product or the test kit. It leaks and has its ways to end the JVM, so nothing that
 * lasts should run on it. Calls to the library are made on one thread.
 */
@NullMarked
package dev.odinbot.testing.webrtc;

import org.jspecify.annotations.NullMarked;

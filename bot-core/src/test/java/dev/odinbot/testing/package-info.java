/**
 * The test kit: clocks turned by hand, recorders, fake rooms. {@code FakeXxx} works, {@code RecordingXxx} remembers,
 * {@code ManualXxx} is driven by the test.
 */
@NullMarked
package dev.odinbot.testing;

import org.jspecify.annotations.NullMarked;

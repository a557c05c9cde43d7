/**
 * The test kit: clocks turned by hand, recorders, fake rooms. {@code FakeXxx} works, {@code RecordingXxx} remembers, {@code ManualXxx} is
 * driven by the test. This package is published for plugin authors, those below it are not.
 */
@NullMarked
package dev.odinbot.testing;

import org.jspecify.annotations.NullMarked;

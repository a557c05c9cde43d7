/** Holds the API against {@code api.txt}, its checked-in signature. */
@NullMarked
package dev.odinbot.api.freeze;

import org.jspecify.annotations.NullMarked;

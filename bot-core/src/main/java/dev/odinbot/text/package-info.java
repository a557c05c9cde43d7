/**
 * Message bundles: sentences by key and language. Imports {@code api} only; any thread.
 */
@NullMarked
package dev.odinbot.text;

import org.jspecify.annotations.NullMarked;

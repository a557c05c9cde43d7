/**
 * Words for people: in bundles, and from strangers. Imports nothing of ours; any thread.
 */
@NullMarked
package dev.odinbot.api.text;

import org.jspecify.annotations.NullMarked;

/**
 * Access keys and the tokens signed with them. Pure values; any thread. Imports nothing of ours.
 */
@NullMarked
package dev.odinbot.odin.token;

import org.jspecify.annotations.NullMarked;

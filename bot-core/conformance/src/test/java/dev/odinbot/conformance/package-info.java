/**
 * The distribution, started as a user starts it, against the vendor's own SDK in a real browser. Knows the bot only by
 * its command line, its config file and its page.
 */
@NullMarked
package dev.odinbot.conformance;

import org.jspecify.annotations.NullMarked;

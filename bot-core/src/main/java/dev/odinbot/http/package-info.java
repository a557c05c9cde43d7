/**
 * The one HTTP server of the process, over http and https: others hang their routes on it. Imports {@code api} and
 * {@code config}.
 *
 * <p>Threads: handlers run on {@code web-*}.
 */
@NullMarked
package dev.odinbot.http;

import org.jspecify.annotations.NullMarked;

/**
 * The room page, the status it shows, the commands it completes, and the token it joins with. Knows the bot only through {@link
 * dev.odinbot.web.StatusSource}, {@link dev.odinbot.web.CommandSource} and {@link dev.odinbot.web.PageAccess}. Imports {@code api}, {@code config},
 * {@code http} and {@code time}.
 *
 * <p>Threads: handlers run on {@code web-*}.
 */
@NullMarked
package dev.odinbot.web;

import org.jspecify.annotations.NullMarked;

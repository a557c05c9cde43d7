/**
 * The tune that comes with the bot, so that {@code !play demo} works at once and offline. The build runs {@link
 * dev.odinbot.demo.DemoTune} and ships the WAV file; nothing imports this package at run time, and it imports nothing of
 * ours.
 */
@NullMarked
package dev.odinbot.demo;

import org.jspecify.annotations.NullMarked;

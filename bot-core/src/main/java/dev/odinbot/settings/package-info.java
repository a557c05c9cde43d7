/**
 * What is set in a room at run time and outlasts a restart. Imports {@code api}; kept through {@link
 * dev.odinbot.settings.RoomSettingsStore}, which {@code store} implements. Any thread.
 */
@NullMarked
package dev.odinbot.settings;

import org.jspecify.annotations.NullMarked;

/**
 * Governing the bot by chat, for owners: plugins, permissions, rooms and their settings, the program. Shows the services of {@code
 * api.admin}, commands of several words and a flag. No settings. Imports {@code api} only.
 *
 * <p>What the host says of its own doing is passed on as it is; the plugin's words are in its bundles.
 *
 * <p>Threads: commands run on their room's executor, their answers are made where the host has done its part. That may be after this
 * very plugin was unloaded or reloaded, when its jar is closed: those answers need no class and no bundle that is not yet there.
 */
@NullMarked
package dev.odinbot.plugins.admin;

import org.jspecify.annotations.NullMarked;

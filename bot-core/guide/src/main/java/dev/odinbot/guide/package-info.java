/**
 * The examples of the plugin guide, {@code bot-core/docs/plugin-guide.md}, which shows what stands between {@code // guide:} and {@code //
 * end}. Imports {@code api} only, as a plugin does.
 */
@NullMarked
package dev.odinbot.guide;

import org.jspecify.annotations.NullMarked;

/**
 * Keeping a room in order: kick, ban, close and announce for moderators, and filters for words and floods. Shows the services of {@code
 * api.admin}, a command that answers later, and a listener to chat lines. Imports {@code api} only.
 *
 * <p>The filters are off until {@code plugins.moderation} in config.yml says otherwise ({@link
 * dev.odinbot.plugins.moderation.ModerationConfig}); they let those alone who have the permission {@code moderation.exempt}, which
 * moderators have. Nobody but an owner can kick or ban who has {@code moderation.immune}, which owners have. Offences are kept in memory.
 *
 * <p>Threads: commands and listeners run on their room's executor; what all rooms share locks itself.
 */
@NullMarked
package dev.odinbot.plugins.moderation;

import org.jspecify.annotations.NullMarked;

/**
 * Music by chat: playing, the queue, volume. A class per concern; each command one method. No settings; words in two languages. Imports {@code api} only.
 *
 * <p>Threads: commands run on their room's executor; there is no state here, each room's is in its player.
 */
@NullMarked
package dev.odinbot.plugins.music;

import org.jspecify.annotations.NullMarked;

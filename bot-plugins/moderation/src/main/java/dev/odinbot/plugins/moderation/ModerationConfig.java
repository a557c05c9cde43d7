package dev.odinbot.plugins.moderation;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import java.util.List;

/**
 * The section {@code plugins.moderation}.
 *
 * @param words nobody may say; whole ones, or several in a row; small and capital letters and accents make no difference
 */
record ModerationConfig(@Default("[]") List<String> words, Flood flood, Penalties penalties) {

    /**
     * @param lines so many within {@code seconds} are too many; 0 = never
     */
    record Flood(
            @Default("0") @Between(min = 0, max = 1000) int lines,
            @Default("10") @Between(min = 1, max = 3600) int seconds) {}

    /**
     * What follows on an offence: first the warnings, then the kicks, then a ban each time.
     *
     * @param forgetMinutes so long after the last one a user's offences are forgotten
     */
    record Penalties(
            @Default("2") @Between(min = 0, max = 100) int warnings,
            @Default("1") @Between(min = 0, max = 100) int kicks,
            @Default("10") @Between(min = 1, max = 525_600) int banMinutes,
            @Default("60") @Between(min = 1, max = 525_600) int forgetMinutes) {}
}

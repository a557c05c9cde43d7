package dev.odinbot.guide;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import java.util.List;

// guide: config
/**
 * The section {@code plugins.curfew}.
 *
 * @param hour of the day when it begins
 * @param exemptRooms where it does not hold
 * @param words said then
 */
record CurfewConfig(
        @Default("22") @Between(min = 0, max = 23) int hour,
        @Default("[]") List<String> exemptRooms,
        Words words) {

    record Words(@Default("It is late.") String late) {}
}
// end

package dev.odinbot.guide;

import dev.odinbot.api.Scheduler;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Room;
import java.time.Duration;

/** Work for later. */
final class Countdown {

    private final Scheduler scheduler;

    Countdown(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    // guide: scheduler
    @Command("remind <time> <text>")
    Reply remind(Room room, Duration time, @Rest String text) {
        scheduler.after(time, () -> room.say("Remember: " + text));
        return Reply.of("I will.");
    }
    // end
}

package dev.odinbot.plugins.admin;

import dev.odinbot.api.admin.Program;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Room;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** The bot as a program. */
final class ProgramCommands {

    private final Program program;
    private final Answer answer;

    ProgramCommands(Program program, Answer answer) {
        this.program = program;
        this.answer = answer;
    }

    @Command("uptime")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Tells the bot's version and for how long it has been running.")
    Reply uptime() {
        Duration uptime = program.uptime();
        String time = String.format(
                Locale.ROOT, "%d:%02d:%02d", uptime.toHoursPart(), uptime.toMinutesPart(), uptime.toSecondsPart());
        return Reply.key("uptime", program.version(), uptime.toDays(), time);
    }

    @Command("config reload")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Reads config.yml again and applies what can be applied while running.")
    CompletionStage<Reply> reload(Room room) {
        return answer.of(room, program.reloadConfig());
    }

    @Command("shutdown")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Ends the bot.")
    Reply shutdown() {
        program.shutdown();
        return Reply.key("shutdown");
    }
}

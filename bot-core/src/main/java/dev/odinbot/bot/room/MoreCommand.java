package dev.odinbot.bot.room;

import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Text;
import jakarta.inject.Inject;

/** Goes on with a long reply. */
final class MoreCommand {

    static final String NAME = "more";

    private final Pages pages;

    @Inject
    MoreCommand(Pages pages) {
        this.pages = pages;
    }

    @Command(NAME)
    @Description("Shows the next page of the last long answer to you.")
    Reply more(Room room, Peer sender) {
        return Reply.of(
                pages.next(room, sender.userId()).orElseGet(() -> Words.of(Text.key("page.none"), room.locale())));
    }
}

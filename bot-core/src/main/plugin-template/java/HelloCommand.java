package @package@;

import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.PlainText;
import java.util.Optional;

/** The command; its words are in messages.properties. */
final class HelloCommand {

    private static final int MAX_NAME = 40;

    private final @Name@Config config;
    private final Arrivals arrivals;

    HelloCommand(@Name@Config config, Arrivals arrivals) {
        this.config = config;
        this.arrivals = arrivals;
    }

    @Command("@id@ [who]")
    @Description("Says hello.")
    @Example({"@id@", "@id@ Anna"})
    Reply hello(Room room, Peer sender, Optional<String> who) {
        String name = PlainText.line(who.orElse(sender.displayName()), MAX_NAME);
        return Reply.key("hello", config.greeting(), name, arrivals.in(room));
    }
}

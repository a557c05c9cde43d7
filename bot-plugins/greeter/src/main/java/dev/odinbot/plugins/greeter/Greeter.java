package dev.odinbot.plugins.greeter;

import dev.odinbot.api.command.Reply;
import dev.odinbot.api.event.Listen;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Says a line when somebody comes or goes. */
final class Greeter {

    private static final int MAX_NAME = 40;

    private final GreeterConfig config;
    private final Clock clock;
    private final QuietHours quiet;
    private final Recently said;

    private record Line(boolean greeting, RoomId room, UserId user) {}

    Greeter(GreeterConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        quiet = QuietHours.parse(config.quiet());
        said = new Recently(Duration.ofMinutes(config.againMinutes()), clock);
    }

    @Listen
    Reply came(RoomEvent.PeerJoined event, Room room) {
        return say(true, event.peer(), room);
    }

    /** Who is there twice has not gone when one of the two has. */
    @Listen
    Reply went(RoomEvent.PeerLeft event, Room room) {
        UserId user = event.peer().userId();
        boolean stillThere =
                room.peers().stream().anyMatch(peer -> peer.userId().equals(user));
        return stillThere ? Reply.silent() : say(false, event.peer(), room);
    }

    private Reply say(boolean greeting, Peer peer, Room room) {
        List<String> lines = greeting ? config.greetings() : config.farewells();
        if (lines.isEmpty()
                || quiet.contains(LocalTime.now(clock))
                || !said.first(new Line(greeting, room.id(), peer.userId()))) {
            return Reply.silent();
        }
        String line = lines.get(ThreadLocalRandom.current().nextInt(lines.size()));
        // The name last: it is the stranger's own, and may look like a placeholder.
        return Reply.of(line.replace("{room}", room.id().value())
                .replace("{name}", PlainText.line(peer.displayName(), MAX_NAME)));
    }
}

package dev.odinbot.guide;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.TrackEvent;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.event.Listen;
import dev.odinbot.api.event.Schedule;
import dev.odinbot.api.room.ChatMessage;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.text.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

// guide: listeners
final class Doorman {

    private static final Logger LOG = LoggerFactory.getLogger(Doorman.class);

    @Listen
    Reply came(RoomEvent.PeerJoined event) {
        return Reply.of("Hello, " + PlainText.line(event.peer().displayName(), 40) + ".");
    }

    @Listen
    void wrote(ChatMessage message, Room room) {
        if (message.text().contains("thank you, bot")) {
            room.tell(message.sender().id(), "You are welcome.");
        }
    }

    @Listen
    void failed(TrackEvent.Failed event) {
        LOG.warn("Could not play {}", event.track().identifier());
    }

    @Schedule(every = "30m")
    Reply stretch(Room room, Player player) {
        boolean alone = room.peers().isEmpty();
        return alone || player.nowPlaying().isEmpty() ? Reply.silent() : Reply.of("Time to stretch.");
    }
}
// end

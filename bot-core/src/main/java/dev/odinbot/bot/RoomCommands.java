package dev.odinbot.bot;

import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.web.CommandList;
import dev.odinbot.web.CommandSource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Lists the commands of a room for completion. */
final class RoomCommands implements CommandSource {

    /** Has what everyone has. */
    private static final Peer NOBODY = new Peer(new PeerId(0), new UserId(""), UserData.EMPTY, List.of());

    private final CommandRegistry registry;
    private final BotRooms rooms;

    @Inject
    RoomCommands(CommandRegistry registry, BotRooms rooms) {
        this.registry = registry;
        this.rooms = rooms;
    }

    @Override
    public Optional<CommandList> commands(RoomId room, Optional<UserId> user) {
        return rooms.find(room).map(chat -> CommandList.of(chat.prefix(), registry.completed(chat, asker(chat, user))));
    }

    private static Peer asker(Room chat, Optional<UserId> user) {
        return chat.peers().stream()
                .filter(peer -> user.filter(peer.userId()::equals).isPresent())
                .findFirst()
                .orElse(NOBODY);
    }
}

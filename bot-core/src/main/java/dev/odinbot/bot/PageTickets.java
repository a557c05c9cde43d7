package dev.odinbot.bot;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.odin.token.TokenSigner;
import dev.odinbot.time.Ticker;
import dev.odinbot.web.PageAccess;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Signs the page's tokens: for the rooms of the config and those that the bot is in, each with its own key. A process that only serves a local
 * gateway has no rooms, and lets its visitors name theirs.
 */
final class PageTickets implements PageAccess {

    private final CurrentConfig config;
    private final RoomAccess access;
    private final BotRooms rooms;
    private final Ticker ticker;

    @Inject
    PageTickets(CurrentConfig config, RoomAccess access, BotRooms rooms, Ticker ticker) {
        this.config = config;
        this.access = access;
        this.rooms = rooms;
        this.ticker = ticker;
    }

    @Override
    public Ticket ticket(String room, String userId) {
        if (userId.equals(access.ownUser().value())) {
            return new Ticket.Refused("The user id " + userId + " is the bot's own");
        }
        Optional<String> keyName = rooms.running(new RoomId(room))
                .map(running -> running.settings().keyName())
                .or(() -> configured(room));
        if (keyName.isPresent()) {
            return sign(access.key(keyName.get()), room, userId);
        }
        if (config.now().rooms().isEmpty()
                && config.now().odin().local()
                && !room.isBlank()
                && !access.keyNames().isEmpty()) {
            return sign(access.key(access.keyNames().get(0)), room, userId);
        }
        return new Ticket.Refused("The bot is not in a room named " + room + "; its rooms are in config.yml");
    }

    /** One that the bot is not in now, but could be. */
    private Optional<String> configured(String room) {
        return config.now().rooms().stream()
                .filter(known -> known.id().equals(room))
                .map(RoomConfig::key)
                .filter(access::hasKey)
                .findFirst();
    }

    private Ticket sign(AccessKey key, String room, String userId) {
        String token = new TokenSigner(key).sign(TokenClaims.connect(room, userId), ticker.now());
        return new Ticket.Granted(config.now().odin().gateway(), token);
    }
}

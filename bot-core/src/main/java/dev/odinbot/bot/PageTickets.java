package dev.odinbot.bot;

import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.odin.token.TokenSigner;
import dev.odinbot.time.Ticker;
import dev.odinbot.web.PageAccess;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Signs the page's tokens: for the rooms of the config only, each with its own key. A process that only serves a local
 * gateway has no rooms, and lets its visitors name theirs.
 */
final class PageTickets implements PageAccess {

    private final BotConfig config;
    private final AccessKeys keys;
    private final Ticker ticker;

    @Inject
    PageTickets(BotConfig config, AccessKeys keys, Ticker ticker) {
        this.config = config;
        this.keys = keys;
        this.ticker = ticker;
    }

    @Override
    public Ticket ticket(String room, String userId) {
        if (userId.equals(config.bot().userId())) {
            return new Ticket.Refused("The user id " + userId + " is the bot's own");
        }
        Optional<String> keyName = config.rooms().stream()
                .filter(r -> r.id().equals(room))
                .map(RoomConfig::key)
                .findFirst();
        if (keyName.isPresent()) {
            return sign(keys.get(keyName.get()), room, userId);
        }
        if (config.rooms().isEmpty()
                && config.odin().local()
                && !room.isBlank()
                && !keys.all().isEmpty()) {
            return sign(keys.all().get(0), room, userId);
        }
        return new Ticket.Refused("The bot is not in a room named " + room + "; its rooms are in config.yml");
    }

    private Ticket sign(AccessKey key, String room, String userId) {
        String token = new TokenSigner(key).sign(TokenClaims.connect(room, userId), ticker.now());
        return new Ticket.Granted(config.odin().gateway(), token);
    }
}

package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.UserId;
import java.util.List;

/**
 * A user id, of somebody present or not. A name is refused, with the ids of those who have it: anybody can take any name, and a user id is
 * what permissions and bans are given to. With {@code id:} before it a text is always a user id, whatever names people take.
 */
record UserConverter(String name) implements Converter<UserId> {

    private static final int MAX_USER_ID = 200;
    private static final String MARK = "id:";

    @Override
    public Conversion<UserId> convert(String text, Call call) {
        boolean marked = text.regionMatches(true, 0, MARK, 0, MARK.length());
        String id = marked ? text.substring(MARK.length()) : text;
        if (id.isBlank() || id.length() > MAX_USER_ID) {
            return Problem.refused("user", name, text);
        }
        return marked ? Conversion.of(new UserId(id)) : unmarked(id, call);
    }

    private Conversion<UserId> unmarked(String text, Call call) {
        List<Peer> peers = call.room().peers();
        boolean present = peers.stream().anyMatch(peer -> peer.userId().value().equals(text));
        List<Peer> called = peers.stream()
                .filter(peer -> peer.displayName().equalsIgnoreCase(text))
                .toList();
        return present || called.isEmpty()
                ? Conversion.of(new UserId(text))
                : Problem.refused(
                        "user.name",
                        name,
                        text,
                        PeerConverter.named(called, peer -> peer.userId().value()));
    }
}

package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.UserId;
import java.util.List;

/** The user of somebody present, else the text as a user id: somebody may be meant who is not here. */
record UserConverter(PeerConverter present) implements Converter<UserId> {

    private static final int MAX_USER_ID = 200;

    @Override
    public Conversion<UserId> convert(String text, Call call) {
        if (text.isBlank() || text.length() > MAX_USER_ID) {
            return Problem.refused("user", present.name(), text);
        }
        List<Peer> fitting = PeerConverter.fitting(text, call.room().peers());
        if (fitting.isEmpty()) {
            return Conversion.of(new UserId(text));
        }
        // The same user may be here twice.
        List<UserId> users = fitting.stream().map(Peer::userId).distinct().toList();
        return users.size() == 1 ? Conversion.of(users.get(0)) : PeerConverter.ambiguous(present.name(), text, fitting);
    }

    @Override
    public List<String> suggestions(Call call) {
        return present.suggestions(call);
    }
}

package dev.odinbot.bot;

import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.bot.ChatCodec.Form;
import dev.odinbot.odin.client.OdinRoom;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ODIN room as plugins see it: its peers, and chat lines into it. */
final class RoomChat implements Room {

    private static final Logger LOG = LoggerFactory.getLogger(RoomChat.class);

    private final OdinRoom room;
    private final String prefix;

    RoomChat(OdinRoom room, String prefix) {
        this.room = room;
        this.prefix = prefix;
    }

    @Override
    public RoomId id() {
        return room.id();
    }

    @Override
    public List<Peer> peers() {
        return room.peers();
    }

    @Override
    public Optional<Peer> peer(PeerId id) {
        return peers().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public void say(String text) {
        say(text, Form.PLAIN);
    }

    void say(String text, Form form) {
        send(text, form, List.of());
    }

    @Override
    public void tell(PeerId peer, String text) {
        send(text, Form.PLAIN, List.of(peer));
    }

    private void send(String text, Form form, Collection<PeerId> targets) {
        room.send(ChatCodec.encode(text, form), targets).whenComplete((sent, failure) -> {
            if (failure != null) {
                LOG.warn("Room {}: a chat line was not sent: {}", id(), failure.getMessage());
            }
        });
    }
}

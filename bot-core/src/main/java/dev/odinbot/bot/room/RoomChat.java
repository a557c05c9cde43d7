package dev.odinbot.bot.room;

import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.text.Text;
import dev.odinbot.bot.room.ChatCodec.Form;
import dev.odinbot.bot.room.Outbox.Destination;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.time.Ticker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** An ODIN room as plugins see it: its peers, and chat lines into it. */
final class RoomChat implements Room {

    private final OdinRoom room;
    private final LiveSettings settings;
    private final Pages pages;
    private final Outbox outbox;

    RoomChat(OdinRoom room, LiveSettings settings, Pages pages, Ticker ticker) {
        this.room = room;
        this.settings = settings;
        this.pages = pages;
        this.outbox = new Outbox(room, ticker, text -> Words.of(text, locale()));
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
        return settings.now().prefix();
    }

    @Override
    public Locale locale() {
        return settings.now().locale();
    }

    @Override
    public void say(String text) {
        outbox.add(Destination.EVERYBODY, text);
    }

    void say(Text text) {
        say(Words.of(text, locale()));
    }

    /** Answers a command: what is too long for one message goes page by page. */
    void reply(Peer asker, String text, Form form) {
        outbox.add(new Destination(Optional.empty(), form), pages.first(this, asker.userId(), text));
    }

    /** The room is joined, perhaps again, or left. */
    void stateChanged() {
        outbox.stateChanged();
    }

    /** Completes when all is said that can be said now. */
    CompletionStage<Void> quiet() {
        return outbox.quiet();
    }

    @Override
    public void tell(PeerId peer, String text) {
        outbox.add(new Destination(Optional.of(peer), Form.PLAIN), text);
    }
}

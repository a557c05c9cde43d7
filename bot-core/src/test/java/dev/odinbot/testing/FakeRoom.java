package dev.odinbot.testing;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.odinbot.api.Plugin;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.command.CommandCall;
import dev.odinbot.command.CommandDispatcher;
import dev.odinbot.command.CommandModule;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.command.OutcomeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A room without a network: peers say lines, the real dispatcher runs the commands, and what the bot says is remembered.
 *
 * <pre>{@code
 * FakeRoom room = new FakeRoom();
 * room.start("dice", new DicePlugin());
 * room.peer("anna").says("!roll");
 * assertThat(room.replies()).containsExactly("anna rolls 4");
 * }</pre>
 */
public final class FakeRoom implements Room {

    private final String prefix;
    private final FakePlayer player = new FakePlayer();
    private final Map<PeerId, Peer> peers = new LinkedHashMap<>();
    private final List<String> replies = new ArrayList<>();
    private final Map<PeerId, List<String>> told = new LinkedHashMap<>();
    private final CommandRegistry commands;
    private final CommandDispatcher dispatcher;
    private final OutcomeText text;
    private Locale locale = Locale.ENGLISH;
    private long lastPeerId;

    public FakeRoom() {
        this("!");
    }

    public FakeRoom(String prefix) {
        this.prefix = prefix;
        Injector injector = Guice.createInjector(new CommandModule());
        commands = injector.getInstance(CommandRegistry.class);
        dispatcher = injector.getInstance(CommandDispatcher.class);
        text = injector.getInstance(OutcomeText.class);
    }

    /** Starts a plugin here; what {@code configs} holds is what it finds in config.yml, else defaults. */
    public void start(String id, Plugin plugin, Record... configs) throws Exception {
        plugin.start(new FakePluginContext(id, commands, List.of(configs)));
    }

    /** Makes a handler's methods commands, without a plugin around it. */
    public void register(String plugin, Object handler) {
        commands.register(plugin, handler);
    }

    /** The peer of that user id and name; comes in if it is not there. */
    public synchronized FakePeer peer(String name) {
        Peer peer = peers.values().stream()
                .filter(present -> present.userId().value().equals(name))
                .findFirst()
                .orElseGet(() -> join(name));
        return new FakePeer(this, peer);
    }

    private Peer join(String name) {
        UserData userData = new UserData(name, "", "", name, false, false, "", "");
        Peer peer = new Peer(new PeerId(++lastPeerId), new UserId(name), userData, List.of());
        peers.put(peer.id(), peer);
        return peer;
    }

    synchronized void remove(Peer peer) {
        peers.remove(peer.id());
    }

    void hear(Peer sender, String line) {
        dispatcher.dispatch(new CommandCall(this, sender, player, line)).thenAccept(outcome -> {
            String reply = text.of(outcome, this);
            if (!reply.isEmpty()) {
                say(reply);
            }
        });
    }

    public FakePlayer player() {
        return player;
    }

    /** All that the bot said to the room, oldest first. */
    public synchronized List<String> replies() {
        return List.copyOf(replies);
    }

    /** The last thing said to the room; empty when nothing was. */
    public synchronized String lastReply() {
        return replies.isEmpty() ? "" : replies.get(replies.size() - 1);
    }

    /** All that the bot said to this peer alone. */
    public synchronized List<String> told(FakePeer peer) {
        return List.copyOf(told.getOrDefault(peer.peer().id(), List.of()));
    }

    @Override
    public RoomId id() {
        return new RoomId("Lobby");
    }

    @Override
    public synchronized List<Peer> peers() {
        return List.copyOf(peers.values());
    }

    @Override
    public synchronized Optional<Peer> peer(PeerId id) {
        return Optional.ofNullable(peers.get(id));
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    /** The bot speaks that language here from now on. */
    public void setLocale(Locale locale) {
        this.locale = locale;
    }

    @Override
    public synchronized void say(String line) {
        replies.add(line);
    }

    @Override
    public synchronized void tell(PeerId peer, String line) {
        told.computeIfAbsent(peer, id -> new ArrayList<>()).add(line);
    }
}

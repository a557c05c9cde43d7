package dev.odinbot.testing;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.admin.Permissions;
import dev.odinbot.api.room.ChatMessage;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.audio.Mixer;
import dev.odinbot.bot.KitBot;
import dev.odinbot.command.CommandCall;
import dev.odinbot.listener.ListenedRoom;
import dev.odinbot.plugin.KitPlugins;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A room without a network: peers say lines, the real dispatcher runs the commands of the plugins that were started here, and what the
 * bot says is remembered.
 *
 * <pre>{@code
 * FakeRoom room = new FakeRoom();
 * room.start("dice", DicePlugin.class);
 *
 * room.peer("anna").says("!roll 2d6");
 * TestKit.assertThat(room).repliedMatching("anna rolls 2d6: \\d \\+ \\d = \\d+");
 *
 * room.peer("bert").isA("moderator").says("!remind 10m");
 * room.elapse(Duration.ofMinutes(10));
 * TestKit.assertThat(room).replied("Ten minutes have passed.");
 * }</pre>
 *
 * <p>Commands and listeners run, one after the other, on the thread of the test, within the call that caused them; time stands still but
 * for {@link #elapse}. What completes on other threads is waited for by the assertions.
 */
public final class FakeRoom implements Room {

    private final FakeHost host;
    private final RoomId id;
    private final FakePlayer player = new FakePlayer();
    private final RecordingFrameSink sink = new RecordingFrameSink();
    private final Mixer mixer;
    private final Said said = new Said();
    private final CallerQueue queue = new CallerQueue();
    private final Map<PeerId, Peer> peers = new LinkedHashMap<>();
    private final Map<String, FakePeer> people = new LinkedHashMap<>();
    private volatile String prefix;
    private volatile Locale locale = Locale.ENGLISH;
    private long lastPeerId;

    /** A room called Lobby with the prefix {@code !}. */
    public FakeRoom() {
        this("!");
    }

    public FakeRoom(String prefix) {
        this(new FakeHost(), new RoomId("Lobby"), prefix);
        host.open(this);
    }

    FakeRoom(FakeHost host, RoomId id, String prefix) {
        this.host = host;
        this.id = id;
        this.prefix = prefix;
        mixer = new Mixer(player::read, () -> {});
        host.frames().open(mixer, sink);
        player.listener(event -> host.heard(this, event).forEach(queue::execute));
    }

    /** Another room that the same bot is in, with the same plugins and the same time. */
    public FakeRoom another(String name) {
        return host.open(new FakeRoom(host, new RoomId(name), "!"));
    }

    /** Starts a plugin; what {@code configs} holds is what it finds in config.yml, else defaults. */
    public void start(String id, Plugin plugin, Record... configs) throws Exception {
        host.start(id, services -> plugin, plugin.getClass().getClassLoader(), List.of(configs));
    }

    /** Starts a plugin that is made as the bot makes it: its constructors are given what they ask for. */
    public void start(String id, Class<? extends Plugin> type, Record... configs) throws Exception {
        host.start(id, services -> KitPlugins.create(type, services), type.getClassLoader(), List.of(configs));
    }

    /**
     * Puts another load in the place of a plugin that is started, as {@code !plugins reload} does. When it throws, the old one goes on.
     */
    public void reload(String id, Class<? extends Plugin> type, Record... configs) throws Exception {
        host.reload(id, services -> KitPlugins.create(type, services), type.getClassLoader(), List.of(configs));
    }

    /** Stops a plugin; all that it registered goes, what it stored stays. */
    public void stop(String id) {
        host.stop(id);
    }

    /** Registers a handler without a plugin around it. */
    public void register(String plugin, Object handler) {
        host.register(plugin, handler);
    }

    /** The peer of that user id and name; comes in if it is not there. */
    public FakePeer peer(String name) {
        return peer(name, name);
    }

    /** Somebody of that user id; comes in if not there. The same user can be there under several names. */
    public FakePeer peer(String name, String userId) {
        FakePeer peer;
        synchronized (this) {
            peer = people.computeIfAbsent(name, unknown -> new FakePeer(this, new UserId(userId), name));
        }
        return peer.joins();
    }

    ListenedRoom listened() {
        return new ListenedRoom(this, player, queue);
    }

    synchronized PeerId nextPeerId() {
        return new PeerId(++lastPeerId);
    }

    synchronized void put(Peer peer) {
        peers.put(peer.id(), peer);
    }

    synchronized boolean remove(Peer peer) {
        return peers.remove(peer.id()) != null;
    }

    void removeAll(UserId user) {
        peers().stream()
                .filter(peer -> peer.userId().equals(user) && remove(peer))
                .forEach(peer -> happens(new RoomEvent.PeerLeft(peer)));
    }

    void hear(Peer sender, String line) {
        said.mark();
        host.heard(this, new RoomEvent.MessageReceived(sender, KitBot.message(line)))
                .forEach(queue::execute);
        host.heard(this, new ChatMessage(sender, line)).forEach(queue::execute);
        queue.execute(() -> said.answer(this, host.run(new CommandCall(this, sender, player, line))));
    }

    /** Tells the listeners of something, as if the server had. */
    public void happens(RoomEvent event) {
        said.mark();
        host.heard(this, event).forEach(queue::execute);
    }

    /** Lets time pass, for timers and for what is playing, in all rooms. */
    public void elapse(Duration time) {
        host.rooms().forEach(room -> {
            room.said.mark();
            room.sink.clear();
        });
        host.elapse(time);
    }

    /** The wall clock, in UTC; a test begins with the year 2026. */
    public Clock clock() {
        return host.clock();
    }

    public FakePlayer player() {
        return player;
    }

    /** What was sent into the room while time passed last: frames of 20 ms, and some silence at the end. */
    public RecordingFrameSink sink() {
        return sink;
    }

    boolean sounding() {
        return player.sounding() || !mixer.silent();
    }

    /** What a plugin keeps. */
    public FakeKeyValueStore store(String plugin) {
        return host.storage().keys(plugin);
    }

    /** Real permissions, of no config, kept in memory. */
    public Permissions permissions() {
        return host.permissions();
    }

    public FakePlugins plugins() {
        return host.plugins();
    }

    public FakeProgram program() {
        return host.program();
    }

    public RecordingModeration moderation() {
        return host.moderation();
    }

    Said said() {
        return said;
    }

    /** All that the bot said to the room, oldest first. */
    public List<String> replies() {
        return said.all();
    }

    /** The last thing said to the room; empty when nothing was. */
    public String lastReply() {
        List<String> all = said.all();
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /** All that the bot said to this peer alone. */
    public List<String> told(FakePeer peer) {
        return said.told(peer.peer().id());
    }

    @Override
    public RoomId id() {
        return id;
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

    void setPrefix(String prefix) {
        this.prefix = prefix;
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
    public void say(String line) {
        said.add(line);
    }

    @Override
    public void tell(PeerId peer, String line) {
        said.add(peer, line);
    }
}

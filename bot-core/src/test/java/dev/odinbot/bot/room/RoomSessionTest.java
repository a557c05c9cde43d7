package dev.odinbot.bot.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.audio.Frame;
import dev.odinbot.audio.FrameSource.Read;
import dev.odinbot.audio.Mixer;
import dev.odinbot.command.CommandCall;
import dev.odinbot.command.CommandOutcome;
import dev.odinbot.listener.ListenerRegistry;
import dev.odinbot.listener.PluginListeners;
import dev.odinbot.testing.FakePlayer;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import dev.odinbot.text.MessageBundles;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoomSessionTest {

    private static final Peer ANNA = new Peer(new PeerId(7), new UserId("anna"), UserData.EMPTY, List.of());

    private final FakeTicker ticker = new FakeTicker();
    private final ManualTimers timers = new ManualTimers(ticker);
    private final RecordingOdinRoom room = new RecordingOdinRoom();
    private final SilentRoomPlayer player = new SilentRoomPlayer();
    private final List<String> lines = new ArrayList<>();
    private final RoomExecutor executor = new RoomExecutor(Runnable::run, timers);
    private final RoomInbox inbox = new RoomInbox(executor);
    private final MemoryRoomSettings store = new MemoryRoomSettings();
    private final ListenerRegistry listeners = new ListenerRegistry(timers, Clock.systemUTC());
    private final RecordingListener heard = new RecordingListener();
    private final Mixer mixer = new Mixer(player.frames(), inbox::drained);

    @Test
    void chatLine_isAnsweredInTheFormOfTheAsker() {
        open("", "");

        hear("{\"kind\":\"message\",\"payload\":\"!a\"}");
        hear("{\"kind\":\"message\",\"payload\":{\"text\":\"!b\"}}");

        assertThat(lines).containsExactly("!a", "!b");
        assertThat(room.takeLog())
                .containsExactly(
                        "send {\"kind\":\"message\",\"payload\":\"re !a\"}",
                        "send {\"kind\":\"message\",\"payload\":{\"text\":\"re !b\"}}");
    }

    @Test
    void foreignMessage_isIgnoredWithoutAWord() {
        open("", "");

        hear("{\"kind\":\"poke\",\"payload\":\"!a\"}");
        hear("!a");

        assertThat(lines).isEmpty();
        assertThat(room.takeLog()).isEmpty();
    }

    @Test
    void ownMessage_isIgnored() {
        open("", "");
        inbox.event(new RoomEvent.Joined(ANNA.id(), List.of()));

        hear("{\"kind\":\"message\",\"payload\":\"!a\"}");

        assertThat(lines).isEmpty();
    }

    @Test
    void greeting_goesToTheRoomOnJoiningAndThenToWhoComes() {
        open("Hello, I am {name}. Try {prefix}help", "");

        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of(ANNA)));
        inbox.event(new RoomEvent.PeerJoined(ANNA));

        assertThat(room.takeLog())
                .containsExactly(
                        "send {\"kind\":\"message\",\"payload\":\"Hello, I am Bot. Try !help\"}",
                        "send {\"kind\":\"message\",\"payload\":\"Hello, I am Bot. Try !help\"} to [7]");
    }

    @Test
    void media_startsWithTheTrackAndStopsBehindItsLastSilence() {
        open("", "");
        player.fake.add(FakePlayer.track("Tune", "anna"));
        inbox.trackStarted(FakePlayer.track("Tune", "anna"));
        player.next = Read.FRAME;
        mixer.read(new Frame());
        player.fake.stop();
        player.next = Read.IDLE;
        inbox.queueEnded(true);
        assertThat(room.takeLog()).containsExactly("start media");

        for (int silence = 0; silence < 6; silence++) {
            mixer.read(new Frame());
        }

        assertThat(room.takeLog()).containsExactly("stop media");
    }

    @Test
    void media_ofAPausedTrack_staysStarted() {
        open("", "");
        player.fake.add(FakePlayer.track("Tune", "anna"));
        inbox.trackStarted(FakePlayer.track("Tune", "anna"));
        player.next = Read.FRAME;
        mixer.read(new Frame());
        player.fake.pause();
        player.next = Read.IDLE;

        for (int silence = 0; silence < 6; silence++) {
            mixer.read(new Frame());
        }

        assertThat(room.takeLog()).containsExactly("start media");
    }

    @Test
    void media_ofATrackThatNeverSounded_isStoppedAllTheSame() {
        open("", "");
        inbox.trackStarted(FakePlayer.track("Tune", "anna"));
        inbox.trackFailed(FakePlayer.track("Tune", "anna"), Text.of("not audio"));
        inbox.queueEnded(false);

        assertThat(room.takeLog())
                .containsExactly(
                        "start media",
                        "stop media",
                        "send {\"kind\":\"message\",\"payload\":\"Could not play Tune: not audio\"}");
    }

    @Test
    void media_thatCouldNotBeStarted_isTriedAgain() {
        open("", "");
        player.fake.add(FakePlayer.track("Tune", "anna"));
        room.refuseNextMedia();
        inbox.trackStarted(FakePlayer.track("Tune", "anna"));

        timers.advance(Duration.ofSeconds(3));

        assertThat(room.takeLog()).containsExactly("start media: refused", "start media");
    }

    @Test
    void media_refusedForManyTracks_isTriedAgainOnce() {
        open("", "");
        player.fake.add(FakePlayer.track("Tune", "anna"));
        for (int track = 0; track < 5; track++) {
            room.refuseNextMedia();
            inbox.trackStarted(FakePlayer.track("Tune", "anna"));
        }

        assertThat(timers.waiting()).isEqualTo(1);
    }

    @Test
    void autoplay_stoppedWhileItLoads_isNotTriedAgain() {
        open("", "radio");
        player.holdNextPlay();
        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of()));

        inbox.queueEnded(true);
        player.finishPlay(new LoadOutcome.Failed("radio", Text.of("stopped")));

        assertThat(timers.waiting()).isZero();
    }

    @Test
    void rejoin_inTheMiddleOfATrack_startsTheMediaAgain() {
        open("", "radio");
        player.fake.add(FakePlayer.track("Tune", "anna"));

        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of()));

        assertThat(room.takeLog()).containsExactly("start media");
        assertThat(player.asked).isEmpty();
    }

    @Test
    void autoplay_startsOnJoiningAndAgainWhenTheQueueEnds() {
        open("", "radio");
        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of()));
        timers.advance(Duration.ofMinutes(3));
        player.fake.skip();

        inbox.queueEnded(false);

        assertThat(player.asked).containsExactly("radio", "radio");
    }

    @Test
    void autoplay_thatSomebodyStopped_staysStopped() {
        open("", "radio");
        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of()));
        timers.advance(Duration.ofMinutes(3));
        player.fake.stop();

        inbox.queueEnded(true);
        timers.advance(Duration.ofHours(1));

        assertThat(player.asked).containsExactly("radio");
    }

    @Test
    void autoplay_thatCannotBeLoaded_isTriedAgainEverLater() {
        player.fake.answers("radio", new LoadOutcome.Failed("radio", Text.of("404")));
        open("", "radio");
        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of()));

        timers.advance(Duration.ofSeconds(36));

        assertThat(player.asked).as("at 0, 5, 15 and 35 seconds").hasSize(4);
        assertThat(room.takeLog()).as("nobody in the room asked for it").isEmpty();
    }

    @Test
    void autoplay_stoppedWhileItWaitsForItsNextTry_staysStopped() {
        player.fake.answers("radio", new LoadOutcome.Failed("radio", Text.of("404")));
        open("", "radio");
        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of()));

        inbox.queueEnded(true);
        timers.advance(Duration.ofHours(1));

        assertThat(player.asked).containsExactly("radio");
    }

    @Test
    void autoplay_stationThatBreaksOffAfterHours_isBackInSeconds() {
        open("", "radio");
        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of()));

        for (int day = 0; day < 10; day++) {
            timers.advance(Duration.ofHours(24));
            player.fake.skip();
            inbox.trackFailed(FakePlayer.station("radio", ""), Text.of("broken off"));
            inbox.queueEnded(false);
            timers.advance(Duration.ofSeconds(5));
        }

        assertThat(player.asked).hasSize(11);
    }

    @Test
    void greeting_afterAReconnect_isNotRepeated() {
        open("Hello", "");
        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of(ANNA)));
        room.takeLog();

        inbox.event(new RoomEvent.Joined(new PeerId(2), List.of(ANNA)));

        assertThat(room.takeLog()).isEmpty();
    }

    @Test
    void failures_ofManyTracks_areSummedUp() {
        open("", "");

        for (int track = 0; track < 500; track++) {
            inbox.trackFailed(FakePlayer.track("Tune " + track, "anna"), Text.of("404"));
        }
        inbox.queueEnded(false);

        assertThat(room.takeLog())
                .hasSize(4)
                .last()
                .isEqualTo("send {\"kind\":\"message\",\"payload\":\"Could not play 497 more tracks.\"}");
    }

    @Test
    void event_afterTheEnd_isDropped() {
        open("", "");
        inbox.close();

        hear("{\"kind\":\"message\",\"payload\":\"!a\"}");

        assertThat(lines).isEmpty();
    }

    @Test
    void autoplay_thatEndsAtOnce_doesNotSpin() {
        open("", "radio");
        inbox.event(new RoomEvent.Joined(new PeerId(1), List.of()));
        player.fake.skip();

        inbox.queueEnded(false);

        assertThat(player.asked).containsExactly("radio");
        timers.advance(Duration.ofSeconds(5));
        assertThat(player.asked).containsExactly("radio", "radio");
    }

    @Test
    void listeners_hearEverythingInOrder_butTheBotsOwn() {
        open("", "");
        RoomEvent.Joined joined = new RoomEvent.Joined(new PeerId(1), List.of());
        inbox.event(joined);
        inbox.event(new RoomEvent.PeerJoined(ANNA));
        hear("{\"kind\":\"message\",\"payload\":\"!a\"}");
        Peer own = new Peer(new PeerId(1), new UserId("bot"), UserData.EMPTY, List.of());
        inbox.event(new RoomEvent.MessageReceived(own, "{\"kind\":\"message\",\"payload\":\"!b\"}".getBytes(UTF_8)));
        inbox.trackStarted(FakePlayer.track("Tune", "anna"));
        inbox.trackEnded(FakePlayer.track("Tune", "anna"));
        inbox.trackFailed(FakePlayer.track("Noise", ""), Text.of("broken"));

        assertThat(heard.log)
                .containsExactly(
                        "Joined",
                        "PeerJoined",
                        "MessageReceived",
                        "anna says !a",
                        "Started Tune",
                        "Ended Tune",
                        "Failed Noise");
    }

    @Test
    void listener_hearsALineBeforeItsCommandRuns() {
        open("", "");
        heard.onMessage = () -> assertThat(lines).isEmpty();

        hear("{\"kind\":\"message\",\"payload\":\"!a\"}");

        assertThat(heard.log).contains("anna says !a");
        assertThat(lines).containsExactly("!a");
    }

    @Test
    void volume_ofAPlugin_isKept() {
        open("", "");

        heard.room(player -> player.volume(40));
        hear("{\"kind\":\"message\",\"payload\":\"!a\"}");

        assertThat(player.volume()).isEqualTo(40);
        assertThat(store.load()).isEqualTo(Map.of(new RoomId("Lobby"), Map.of("volume", "40")));
    }

    private void open(String greeting, String autoplay) {
        LiveSettings settings = new LiveSettings(
                new RoomSettings(
                        new RoomId("Lobby"),
                        "default",
                        new UserId("bot"),
                        "Bot",
                        "",
                        "!",
                        Locale.ENGLISH,
                        greeting,
                        autoplay,
                        100),
                new RoomMemory(store));
        Commands commands = new Commands(
                this::dispatch,
                (outcome, prefix) -> outcome instanceof CommandOutcome.Replied replied ? replied.text() : "");
        RoomChat chat = new RoomChat(room, settings, new Pages(ticker), ticker);
        PluginListeners plugin = listeners.open("test", new MessageBundles("test", file -> null), null);
        plugin.register(heard);
        plugin.publish(Optional.empty(), () -> {});
        RoomPlugins plugins =
                new RoomPlugins(commands, listeners, chat, new RememberingPlayer(player, settings), executor);
        Autoplay again = new Autoplay(settings, player, inbox, ticker, timers);
        inbox.connect(new RoomSession(
                settings, inbox, room, chat, player, mixer, plugins, again, timers, (state, detail) -> {}));
    }

    private CompletableFuture<CommandOutcome> dispatch(CommandCall call) {
        lines.add(call.line());
        return CompletableFuture.completedFuture(new CommandOutcome.Replied("re " + call.line()));
    }

    private void hear(String message) {
        inbox.event(new RoomEvent.MessageReceived(ANNA, message.getBytes(UTF_8)));
    }
}

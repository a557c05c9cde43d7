package dev.odinbot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.event.Listen;
import dev.odinbot.api.event.Schedule;
import dev.odinbot.api.room.ChatMessage;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakePlayer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import dev.odinbot.text.MessageBundles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ListenerRegistryTest {

    private static final Peer ANNA = new Peer(new PeerId(7), new UserId("anna"), UserData.EMPTY, List.of());
    private static final ChatMessage LINE = new ChatMessage(ANNA, "hello");

    private final FakeTicker ticker = new FakeTicker(Instant.parse("2026-03-28T12:00:00Z"));
    private final ManualTimers timers = new ManualTimers(ticker);
    private final ListenerRegistry registry = new ListenerRegistry(timers, new TickerClock(ticker));
    private final FakeRoom room = new FakeRoom();
    private final Deque<Runnable> inRoom = new ArrayDeque<>();
    private final ListenedRoom place = new ListenedRoom(room, new FakePlayer(), inRoom::add);
    private final Deque<Runnable> onWorker = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();

    private final class Chatty {
        @Listen
        Reply line(ChatMessage message, Room where) {
            log.add(message.text() + " in " + where.id());
            return Reply.of("re " + message.text());
        }

        @Listen
        void came(RoomEvent.PeerJoined event, Player player) {
            log.add(event.peer().displayName() + " joined");
        }
    }

    @Test
    void listener_hearsItsKindOfEventOnly_andItsReplyIsSaid() {
        publish(new Chatty());

        happens(LINE);
        happens(new RoomEvent.PeerLeft(ANNA));
        happens(new RoomEvent.PeerJoined(ANNA));

        assertThat(log).containsExactly("hello in Lobby", "anna joined");
        assertThat(room.replies()).containsExactly("re hello");
    }

    @Test
    void listener_beforePublishingAndAfterClosing_hearsNothing() {
        PluginListeners plugin = open("one");
        plugin.register(new Chatty());
        happens(LINE);
        assertThat(log).isEmpty();

        plugin.publish(Optional.empty(), () -> {});
        List<Runnable> asked = registry.calls(place, LINE);
        plugin.close();
        asked.forEach(Runnable::run);
        happens(LINE);

        assertThat(asked).hasSize(1);
        assertThat(log).isEmpty();
        assertThatThrownBy(() -> plugin.register(new Chatty())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void replacement_takesThePlaceOfWhatItReplaces() {
        PluginListeners old = publish(named("old"));
        publish(named("other"));

        PluginListeners fresh = open("one");
        fresh.register(named("new"));
        happens(LINE);
        fresh.publish(Optional.of(old), () -> {});
        happens(LINE);

        assertThat(log).containsExactly("old", "other", "new", "other");
    }

    @Test
    void event_whilePublishing_isToldToTheNewOne_andNotTheOldOne() throws Exception {
        PluginListeners old = publish(named("old"));
        PluginListeners fresh = open("one");
        fresh.register(named("fresh"));
        FutureTask<List<Runnable>> asked = new FutureTask<>(() -> registry.calls(place, LINE));

        fresh.publish(Optional.of(old), () -> {
            Thread asker = new Thread(asked, "asker");
            asker.start();
            Awaitility.await().until(() -> asker.getState() == Thread.State.WAITING || asked.isDone());
        });
        Awaitility.await().until(asked::isDone);
        asked.get().forEach(Runnable::run);

        assertThat(log).containsExactly("fresh");
    }

    @Test
    void publish_whenWhatBelongsToItIsRefused_changesNothing() {
        PluginListeners old = publish(named("old"));
        PluginListeners fresh = open("one");
        fresh.register(named("fresh"));

        assertThatThrownBy(() -> fresh.publish(Optional.of(old), () -> {
                    throw new IllegalArgumentException("taken");
                }))
                .hasMessage("taken");

        happens(LINE);
        assertThat(log).containsExactly("old");
    }

    @Test
    void registration_closed_takesItsHandlerOnly() {
        PluginListeners plugin = publish(named("stays"));
        Registration registration = plugin.register(named("goes"));

        registration.close();
        happens(LINE);

        assertThat(log).containsExactly("stays");
    }

    @Test
    void fault_isLoggedWithAnId_andCostsTheOthersNothing() {
        publish(new Object() {
            @Listen
            void line(ChatMessage message) {
                throw new NoClassDefFoundError("Gone");
            }
        });
        publish(named("next"));

        String logged = CapturedLog.of(() -> happens(LINE));

        assertThat(log).containsExactly("next");
        assertThat(logged).containsPattern("line of plugin one failed in room Lobby \\(error [0-9a-f]{6}\\)");
        assertThat(logged).contains("NoClassDefFoundError: Gone");
    }

    @Test
    void listener_runsWithTheClassLoaderOfItsPlugin() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(null);
        try {
            publish(new Object() {
                @Listen
                void line(ChatMessage message) {
                    log.add("own: "
                            + (Thread.currentThread().getContextClassLoader()
                                    == getClass().getClassLoader()));
                }
            });

            happens(LINE);

            assertThat(log).containsExactly("own: true");
            assertThat(Thread.currentThread().getContextClassLoader()).isNull();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void handler_withFaults_isRefusedWithAllOfThem() {
        Object broken = new Object() {
            @Listen
            void first(String nothing) {}

            @Schedule(every = "soon")
            void second() {}

            @Schedule(every = "5m")
            String third(Room where) {
                return "";
            }
        };

        assertThatThrownBy(() -> open("one").register(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("first", "second", "'soon'", "third", "String")
                .hasMessageContaining(
                        broken.getClass().getName() + ".first: has @Listen but its first parameter is String,"
                                + " which is no event; it can be RoomEvent (or its Joined, Left, PeerJoined, PeerLeft, PeerUpdated,"
                                + " MediaStarted, MediaStopped, MessageReceived), ChatMessage, TrackEvent (or its Started, Ended,"
                                + " Failed)");
    }

    private final class Clockwork {
        @Schedule(every = "10m")
        Reply here(Room where) {
            log.add("room");
            return Reply.of("tick");
        }

        @Schedule(every = "10m")
        void anywhere() {
            log.add("worker");
        }
    }

    @Test
    void period_runsAfterItself_perRoomAndOnceOnAWorker() {
        registry.enter(place);
        PluginListeners plugin = open("one");
        plugin.register(new Clockwork());
        timers.advance(Duration.ofHours(1));
        plugin.publish(Optional.empty(), () -> {});

        timers.advance(Duration.ofMinutes(10).minusMillis(1));
        run();
        assertThat(log).isEmpty();
        timers.advance(Duration.ofMillis(1));
        run();

        assertThat(log).containsExactly("room", "worker");
        assertThat(room.replies()).containsExactly("tick");
    }

    @Test
    void period_ofARunThatIsNotThrough_doesNotPileUp() {
        registry.enter(place);
        publish(new Clockwork());

        timers.advance(Duration.ofHours(2));

        assertThat(inRoom).hasSize(1);
        assertThat(onWorker).hasSize(1);
        run();
        timers.advance(Duration.ofMinutes(10));
        run();
        assertThat(log).containsExactly("room", "worker", "room", "worker");
    }

    @Test
    void run_thatHangs_isToldOfOnce_andNotFollowedByAnother() {
        registry.enter(place);
        publish(new Clockwork());
        timers.advance(Duration.ofMinutes(10)); // both are due, and nothing runs them

        String early = CapturedLog.of(() -> timers.advance(Scheduled.LONG.minusMillis(1)));
        String late = CapturedLog.of(() -> timers.advance(Duration.ofHours(5)));

        assertThat(early).isEmpty();
        assertThat(late.lines())
                .containsExactlyInAnyOrder(
                        "WARN Scheduled - Clockwork.here of plugin one, due 5 minutes ago in room Lobby, has not ended;"
                                + " it is not run again before it has",
                        "WARN Scheduled - Clockwork.anywhere of plugin one, due 5 minutes ago, has not ended; it is not"
                                + " run again before it has");
        assertThat(inRoom).hasSize(1);
        run();
        assertThat(log).containsExactly("room", "worker");
    }

    @Test
    void run_thatHangsWhenItsPluginEnds_isForgotten() {
        PluginListeners plugin = publish(new Clockwork());
        timers.advance(Duration.ofMinutes(10));

        plugin.close();

        assertThat(timers.waiting()).isZero();
    }

    @Test
    void period_ofARoomThatWasLeft_runsNoMore() {
        registry.enter(place).close();
        publish(new Clockwork());

        timers.advance(Duration.ofMinutes(10));

        assertThat(inRoom).isEmpty();
    }

    @Test
    void schedules_endWithTheirPlugin() {
        registry.enter(place);
        PluginListeners plugin = publish(new Clockwork());
        timers.advance(Duration.ofMinutes(10));

        plugin.close();
        run();

        assertThat(log).isEmpty();
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void timeOfDay_comesOnceADay_alsoWhenTheClocksAreChanged() {
        List<Instant> runs = new ArrayList<>();
        publish(new Object() {
            @Schedule(at = "06:30")
            void morning() {
                runs.add(ticker.now());
            }
        });

        for (int hour = 0; hour < 49; hour++) {
            timers.advance(Duration.ofHours(1));
            run();
        }

        assertThat(runs)
                .as("in Berlin, where summer time begins on the first of the two days")
                .hasSize(2);
        assertThat(registry.calls(place, LINE)).isEmpty();
    }

    @Test
    void timeOfDay_isThatOfTheZone() {
        publish(new Object() {
            @Schedule(at = "06:30")
            void morning() {
                log.add(ticker.now().toString());
            }
        });

        timers.advance(Duration.parse("PT16H29M59S"));
        run();
        assertThat(log).isEmpty();
        timers.advance(Duration.ofSeconds(1));
        run();

        assertThat(log).containsExactly("2026-03-29T04:30:00Z");
    }

    private Object named(String name) {
        return new Object() {
            @Listen
            void line(ChatMessage message) {
                log.add(name);
            }
        };
    }

    private void happens(Object event) {
        registry.calls(place, event).forEach(Runnable::run);
    }

    private void run() {
        for (Deque<Runnable> tasks : List.of(inRoom, onWorker)) {
            while (!tasks.isEmpty()) {
                tasks.remove().run();
            }
        }
    }

    private PluginListeners publish(Object handler) {
        PluginListeners plugin = open("one");
        plugin.register(handler);
        plugin.publish(Optional.empty(), () -> {});
        return plugin;
    }

    private PluginListeners open(String plugin) {
        return registry.open(plugin, new MessageBundles(plugin, file -> null), new WorkerQueue());
    }

    private final class WorkerQueue implements Scheduler {
        @Override
        public void execute(Runnable task) {
            onWorker.add(task);
        }

        @Override
        public Registration after(Duration delay, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Registration every(Duration period, Runnable task) {
            throw new UnsupportedOperationException();
        }
    }

    /** The time of a ticker, in Berlin. */
    private static final class TickerClock extends Clock {
        private final FakeTicker ticker;

        private TickerClock(FakeTicker ticker) {
            this.ticker = ticker;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Berlin");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return ticker.now();
        }
    }
}

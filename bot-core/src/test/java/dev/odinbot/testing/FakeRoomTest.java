package dev.odinbot.testing;

import static dev.odinbot.testing.TestKit.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;
import dev.odinbot.api.audio.TrackEvent;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.event.Listen;
import dev.odinbot.api.room.ChatMessage;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.config.ConfigException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeRoomTest {

    private final FakeRoom room = new FakeRoom();

    /** A plugin that uses what the kit offers. */
    static final class NotesPlugin implements Plugin {

        private final CompletableFuture<Reply> later = new CompletableFuture<>();
        private final List<String> commandsAtStop = new ArrayList<>();
        private PluginContext context;

        @Override
        public void start(PluginContext context) {
            this.context = context;
            context.register(this);
        }

        @Override
        public void stop() {
            context.commands().all().forEach(command -> commandsAtStop.add(command.name()));
        }

        @Command("count")
        CompletionStage<Reply> count() {
            Tables tables = context.tables();
            return tables.migrate(List.of("create table {lines} (line text)"))
                    .thenCompose(done -> tables.update("insert into {lines} values (?)", "x"))
                    .thenCompose(done -> tables.query("select count(*) as n from {lines}"))
                    .thenApply(rows -> Reply.of("There are " + rows.get(0).number("n")));
        }

        @Command("later")
        CompletionStage<Reply> later() {
            return later;
        }

        @Listen
        Reply started(TrackEvent.Started event) {
            return Reply.of("Now: " + event.track().title());
        }

        @Command("remind")
        void remind(Room room) {
            context.scheduler().after(Duration.ofMinutes(10), () -> room.say("It is " + room.id() + " time"));
        }
    }

    private final NotesPlugin plugin = new NotesPlugin();

    @BeforeEach
    void startPlugin() throws Exception {
        room.start("notes", plugin);
    }

    @Test
    void tables_areRealAndOfThisTestAlone() throws Exception {
        room.peer("anna").says("!count");
        assertThat(room).replied("There are 1");
        room.peer("anna").says("!count");
        assertThat(room).replied("There are 2");

        FakeRoom other = new FakeRoom();
        other.start("notes", new NotesPlugin());
        other.peer("anna").says("!count");
        assertThat(other).replied("There are 1");
    }

    @Test
    void reply_ofAnotherThread_isAwaited() {
        room.peer("anna").says("!later");
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS)
                .execute(() -> plugin.later.complete(Reply.of("Now")));

        assertThat(room).replied("Now").repliedMatching("N.w").repliedContaining("o");
    }

    @Test
    void assertions_lookOnlyAtWhatWasSaidSince() {
        plugin.later.complete(Reply.of("Now"));
        room.peer("anna").says("!later");
        assertThat(room).replied("Now");

        room.elapse(Duration.ofSeconds(1));
        assertThat(room).saidNothing();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(room).replied("Now"))
                .withMessageContaining("(nothing)");
    }

    @Test
    void elapse_timerDue_fires() {
        room.peer("anna").says("!remind");

        room.elapse(Duration.ofMinutes(10).minusNanos(1));
        assertThat(room).saidNothing();
        room.elapse(Duration.ofNanos(1));
        assertThat(room).replied("It is Lobby time");
    }

    @Test
    void stop_plugin_takesCommandsAndTimersAlong() {
        room.peer("anna").says("!remind");
        room.stop("notes");

        room.elapse(Duration.ofHours(1));
        assertThat(room).saidNothing();
        room.peer("anna").says("!later");
        assertThat(room).repliedContaining("don't know");
    }

    @Test
    void another_room_hasItsOwnPeersAndReplies() {
        FakeRoom hall = room.another("Hall");
        plugin.later.complete(Reply.of("Now"));

        hall.peer("bert").says("!later");
        assertThat(hall).replied("Now");
        assertThat(room).saidNothing();
        assertThat(room.peers()).isEmpty();
    }

    @Test
    void track_started_isToldToListeners() {
        room.player().add(FakePlayer.track("Song", "anna"));
        assertThat(room).replied("Now: Song");
    }

    @Test
    void told_onePeer_isNotSaidToAll() {
        FakePeer anna = room.peer("anna");
        room.tell(anna.peer().id(), "Psst");

        assertThat(room).told(anna, "Psst").saidNothing();
    }

    @Test
    void elapse_overSeveralTracksAndTimers_takesThemInOrder() {
        for (String song : List.of("one", "two", "three")) {
            room.player().play(song, Optional.empty());
        }
        room.peer("anna").says("!remind");

        room.elapse(Duration.ofMinutes(10));

        assertThat(room.replies()).containsSubsequence("Now: one", "Now: two", "Now: three", "It is Lobby time");
        assertThat(room.player().nowPlaying()).isEmpty();
    }

    @Test
    void timer_seesThePlayerAsItIsThen() {
        List<Duration> seen = new ArrayList<>();
        room.player().play("song", Optional.empty());
        plugin.context
                .scheduler()
                .every(
                        Duration.ofMinutes(1),
                        () -> room.player().nowPlaying().ifPresent(now -> seen.add(now.position())));

        room.elapse(Duration.ofMinutes(5));

        assertThat(seen).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void line_isToldToListenersAsBytesToo() {
        List<String> heard = new ArrayList<>();
        room.register("ears", new Object() {
            @Listen
            void bytes(RoomEvent.MessageReceived message) {
                heard.add(new String(message.message(), StandardCharsets.UTF_8));
            }

            @Listen
            void line(ChatMessage message) {
                heard.add(message.text());
            }
        });

        room.peer("anna").says("Grüße");

        assertThat(heard).containsExactly("{\"kind\":\"message\",\"payload\":\"Grüße\"}", "Grüße");
    }

    /** Another version of it. */
    static final class LaterNotesPlugin implements Plugin {
        @Override
        public void start(PluginContext context) {
            context.register(this);
        }

        @Command("later")
        Reply later() {
            return Reply.of("Later");
        }
    }

    static final class BrokenPlugin implements Plugin {
        @Override
        public void start(PluginContext context) {
            throw new IllegalStateException("Broken");
        }
    }

    @Test
    void stop_ofThePlugin_comesWhenItsCommandsAreGone() {
        room.stop("notes");

        assertThat(plugin.commandsAtStop).doesNotContain("count", "later", "remind");
    }

    @Test
    void reload_putsAnotherLoadInItsPlace() throws Exception {
        room.peer("anna").says("!remind");

        room.reload("notes", LaterNotesPlugin.class);

        room.peer("anna").says("!later");
        assertThat(room).replied("Later");
        room.elapse(Duration.ofHours(1));
        assertThat(room).saidNothing();
        room.peer("anna").says("!count");
        assertThat(room).repliedContaining("don't know");
    }

    @Test
    void reload_thatFails_leavesTheOldOne() {
        plugin.later.complete(Reply.of("Now"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> room.reload("notes", BrokenPlugin.class));

        room.peer("anna").says("!later");
        assertThat(room).replied("Now");
    }

    record Hours(@Default("22") @Between(min = 0, max = 23) int hour) {}

    @Test
    void section_ofAText_isCheckedAsInTheBot() {
        assertThat(TestKit.section("hour: 7", Hours.class)).isEqualTo(new Hours(7));
        assertThat(TestKit.section("", Hours.class)).isEqualTo(new Hours(22));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> TestKit.section("hour: 24", Hours.class))
                .withMessageContaining("hour");
    }
}

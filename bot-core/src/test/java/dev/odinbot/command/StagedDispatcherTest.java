package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.command.requirement.ChatConfig;
import dev.odinbot.command.requirement.FloodLimits;
import dev.odinbot.command.requirement.RequirementGate;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.TestGate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagedDispatcherTest {

    private final RequirementGate gate = TestGate.open();
    private final CommandRegistry registry = new CommandRegistry(gate);
    private final StagedDispatcher dispatcher =
            new StagedDispatcher(registry, gate, new FloodLimits(new FakeTicker(), ChatConfig.UNLIMITED));
    private final FakeRoom room = new FakeRoom();
    private final FakePeer anna = room.peer("anna");

    /** Not public on purpose, as plugins' handlers are not. */
    private static final class Handler {
        private final CompletableFuture<Reply> later = new CompletableFuture<>();

        @Command("who")
        private Reply who(Room room, Peer sender, Player player, CommandCatalog catalog) {
            return Reply.of(sender.displayName() + " in " + room.id() + " at " + player.volume() + " of "
                    + catalog.all().size());
        }

        @Command("later")
        CompletionStage<Reply> later() {
            return later;
        }

        @Command("silent")
        Reply silent() {
            return Reply.silent();
        }

        @Command("nothing")
        void nothing() {}

        @Command("throws")
        Reply fails() {
            throw new IllegalStateException("broken on purpose");
        }

        @Command("error")
        void error() {
            throw new NoClassDefFoundError("broken on purpose");
        }

        @Command("null")
        @SuppressWarnings("NullAway")
        Reply nothingAtAll() {
            return null;
        }

        @Command("nullstage")
        @SuppressWarnings("NullAway")
        CompletionStage<Reply> noStage() {
            return null;
        }
    }

    @Test
    void dispatch_privateHandler_getsWhatItAsksFor() {
        TestCommands.register(registry, "test", new Handler());

        assertThat(outcome("!who")).isEqualTo(new CommandOutcome.Replied("anna in Lobby at 100 of 8"));
    }

    @Test
    void dispatch_nothingToSay_isSilent() {
        TestCommands.register(registry, "test", new Handler());

        assertThat(outcome("!silent")).isEqualTo(new CommandOutcome.Silent());
        assertThat(outcome("!nothing")).isEqualTo(new CommandOutcome.Silent());
        assertThat(outcome("talk")).isEqualTo(new CommandOutcome.NotACommand());
    }

    @Test
    void dispatch_stage_isAnsweredWhenItCompletes() {
        Handler handler = new Handler();
        TestCommands.register(registry, "test", handler);

        CompletableFuture<CommandOutcome> outcome = dispatch("!later");
        assertThat(outcome).isNotDone();
        handler.later.complete(Reply.of("now"));

        assertThat(outcome).isCompletedWithValue(new CommandOutcome.Replied("now"));
    }

    @Test
    void dispatch_failedStage_isAFault() {
        Handler handler = new Handler();
        TestCommands.register(registry, "test", handler);

        CompletableFuture<CommandOutcome> outcome = dispatch("!later");
        String log = CapturedLog.of(() -> handler.later.completeExceptionally(new IllegalStateException("late fault")));

        String errorId = ((CommandOutcome.Failed) outcome.join()).errorId();
        assertThat(log).contains("(error " + errorId + ")").contains("IllegalStateException: late fault");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!throws", "!error", "!null", "!nullstage"})
    void dispatch_fault_isLoggedUnderTheIdThatTheRoomSees(String line) {
        TestCommands.register(registry, "test", new Handler());
        CommandOutcome[] outcome = new CommandOutcome[1];

        String log = CapturedLog.of(() -> outcome[0] = outcome(line));

        String errorId = ((CommandOutcome.Failed) outcome[0]).errorId();
        assertThat(errorId).matches("[0-9a-f]{6}");
        assertThat(log)
                .contains(
                        "Command " + line.substring(1) + " of plugin test failed in room Lobby (error " + errorId + ")")
                .contains("\tat ");
    }

    private CommandOutcome outcome(String line) {
        return dispatch(line).join();
    }

    private CompletableFuture<CommandOutcome> dispatch(String line) {
        return dispatcher
                .dispatch(new CommandCall(room, anna.peer(), room.player(), line))
                .toCompletableFuture();
    }
}

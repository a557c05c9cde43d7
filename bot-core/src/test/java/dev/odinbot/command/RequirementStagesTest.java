package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.Between;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.Cooldown;
import dev.odinbot.api.command.MaxConcurrency;
import dev.odinbot.api.command.OnlyInRooms;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Scope;
import dev.odinbot.api.command.Vote;
import dev.odinbot.api.room.UserId;
import dev.odinbot.command.CommandOutcome.BadArguments;
import dev.odinbot.command.CommandOutcome.Busy;
import dev.odinbot.command.CommandOutcome.CoolingDown;
import dev.odinbot.command.CommandOutcome.Denied;
import dev.odinbot.command.CommandOutcome.Failed;
import dev.odinbot.command.CommandOutcome.Replied;
import dev.odinbot.command.CommandOutcome.UnknownCommand;
import dev.odinbot.command.CommandOutcome.Voted;
import dev.odinbot.command.requirement.Condition;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakePlayer;
import dev.odinbot.testing.FakeRoom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Every requirement and the order of the stages, as the dispatcher goes through them. */
class RequirementStagesTest {

    private static final Replied DONE = new Replied("done");

    private final List<CompletableFuture<Reply>> slow = new ArrayList<>();

    @SuppressWarnings("unused") // called by the dispatcher
    private final class Handler {
        @Command("open")
        Reply open() {
            return Reply.of("done");
        }

        @Command("guarded <count>")
        @Permission(grantedTo = Permission.MODERATOR)
        @Cooldown(seconds = 10, burst = 2)
        Reply guarded(@Between(min = 1, max = 5) int count) {
            return Reply.of("done");
        }

        @Command("roomly")
        @Cooldown(seconds = 10, per = Scope.ROOM)
        Reply roomly() {
            return Reply.of("done");
        }

        @Command("globally")
        @Cooldown(seconds = 10, per = Scope.GLOBAL)
        Reply globally() {
            return Reply.of("done");
        }

        @Command("slow")
        @MaxConcurrency(1)
        CompletionStage<Reply> slow() {
            slow.add(new CompletableFuture<>());
            return slow.get(slow.size() - 1);
        }

        @Command("broken")
        @MaxConcurrency(1)
        Reply broken() {
            throw new IllegalStateException("on purpose");
        }

        @Command("skip")
        @Vote(0.5)
        @Cooldown(seconds = 60, per = Scope.ROOM)
        Reply skip() {
            return Reply.of("done");
        }

        @Command("wipe")
        @Vote(value = 0.5, undoes = Vote.Undoes.ALL)
        Reply wipe() {
            return Reply.of("done");
        }

        @Command("empty")
        @Vote(value = 0.5, undoes = Vote.Undoes.WAITING)
        Reply empty() {
            return Reply.of("done");
        }

        @Command("drop <position>")
        @Vote(value = 0.5, undoes = Vote.Undoes.AT_POSITION)
        Reply drop(int position) {
            return Reply.of("done");
        }

        @Command("here")
        @OnlyInRooms("Attic")
        Reply here() {
            return Reply.of("done");
        }
    }

    private CommandRig rig(String... yaml) {
        CommandRig rig = new CommandRig(yaml);
        TestCommands.register(rig.registry, "test", new Handler());
        return rig;
    }

    @Test
    void permission_missing_isDeniedBeforeTheArgumentsAreRead() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");

        assertThat(rig.says(anna, "!guarded nonsense")).isEqualTo(new Denied("guarded", "test.guarded"));
        assertThat(rig.registry.allowed(rig.room, anna.peer()))
                .extracting(CommandInfo::name)
                .contains("open")
                .doesNotContain("guarded", "here");

        rig.permissions.add(new UserId("anna"), "moderator");
        assertThat(rig.says(anna, "!guarded nonsense")).isInstanceOf(BadArguments.class);
        assertThat(rig.says(anna, "!guarded 3")).isEqualTo(DONE);
        assertThat(rig.registry.allowed(rig.room, anna.peer()))
                .extracting(CommandInfo::name)
                .contains("guarded");
    }

    @Test
    void permission_ofAnotherUserWithTheSameName_isNotTaken() {
        CommandRig rig = rig("permissions: {users: {user-1: [owner]}}");

        assertThat(rig.says(rig.room.peer("user-1", "user-2"), "!guarded 1")).isInstanceOf(Denied.class);
        assertThat(rig.says(rig.room.peer("somebody", "user-1"), "!guarded 1")).isEqualTo(DONE);
    }

    @Test
    void unknown_nearName_isSuggestedOnlyToWhoMayRunIt() {
        CommandRig rig = rig("permissions: {users: {bert: [moderator]}}");

        assertThat(rig.says(rig.room.peer("anna"), "!gaurded 3")).isEqualTo(new UnknownCommand("gaurded", List.of()));
        assertThat(rig.says(rig.room.peer("bert"), "!gaurded 3"))
                .isEqualTo(new UnknownCommand("gaurded", List.of("guarded")));
    }

    @Test
    void cooldown_countsRunsOnly_afterTheBurst() {
        CommandRig rig = rig("permissions: {users: {anna: [owner], bert: [owner]}}");
        FakePeer anna = rig.room.peer("anna");

        assertThat(rig.says(anna, "!guarded 9")).isInstanceOf(BadArguments.class);
        assertThat(rig.says(anna, "!guarded 1")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!guarded 1")).isEqualTo(DONE);
        rig.ticker.advance(Duration.ofSeconds(4));
        assertThat(rig.says(anna, "!guarded 1"))
                .isEqualTo(new CoolingDown("guarded", Scope.USER, Duration.ofSeconds(6)));
        assertThat(rig.says(rig.room.peer("bert"), "!guarded 1")).isEqualTo(DONE);
        rig.ticker.advance(Duration.ofSeconds(6));
        assertThat(rig.says(anna, "!guarded 1")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!guarded 1")).isInstanceOf(CoolingDown.class);
    }

    @Test
    void cooldown_ofAUser_outlastsLeaving() {
        CommandRig rig = rig("permissions: {users: {anna: [owner]}}", "commands: {guarded: {cooldown: {burst: 1}}}");
        FakePeer anna = rig.room.peer("anna");
        rig.says(anna, "!guarded 1");

        anna.leaves();

        assertThat(rig.says(anna.joins(), "!guarded 1")).isInstanceOf(CoolingDown.class);
        assertThat(rig.later(rig.room.another("Attic"), anna, "!guarded 1").join())
                .isInstanceOf(CoolingDown.class);
    }

    @Test
    void cooldown_ofARoomOrOfAll_countsEverybodyThere() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");
        FakePeer bert = rig.room.peer("bert");
        FakeRoom attic = rig.room.another("Attic");

        assertThat(rig.says(anna, "!roomly")).isEqualTo(DONE);
        assertThat(rig.says(bert, "!roomly")).isEqualTo(new CoolingDown("roomly", Scope.ROOM, Duration.ofSeconds(10)));
        assertThat(rig.later(attic, bert, "!roomly").join()).isEqualTo(DONE);
        assertThat(rig.says(anna, "!globally")).isEqualTo(DONE);
        assertThat(rig.later(attic, bert, "!globally").join())
                .isEqualTo(new CoolingDown("globally", Scope.GLOBAL, Duration.ofSeconds(10)));
    }

    @Test
    void concurrency_placeIsFreeAgain_whenTheStageCompletesInAnyWay() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");
        FakeRoom attic = rig.room.another("Attic");

        CompletableFuture<CommandOutcome> first = rig.later(rig.room, anna, "!slow");
        assertThat(rig.says(rig.room.peer("bert"), "!slow")).isEqualTo(new Busy("slow", Scope.ROOM));
        assertThat(rig.later(attic, anna, "!slow")).isNotDone();
        slow.get(0).complete(Reply.of("done"));
        assertThat(first).isCompletedWithValue(DONE);

        CompletableFuture<CommandOutcome> second = rig.later(rig.room, anna, "!slow");
        CapturedLog.of(() -> slow.get(2).completeExceptionally(new IllegalStateException("on purpose")));
        assertThat(second.join()).isInstanceOf(Failed.class);
        assertThat(rig.later(rig.room, anna, "!slow")).isNotDone();
        CapturedLog.of(() -> {
            assertThat(rig.says(anna, "!broken")).isInstanceOf(Failed.class);
            assertThat(rig.says(anna, "!broken")).isInstanceOf(Failed.class);
        });
    }

    @Test
    void concurrency_cancelledStage_givesThePlaceBack_andAForgottenOneDoesAfterTenMinutes() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");
        CompletableFuture<CommandOutcome> first = rig.later(rig.room, anna, "!slow");
        CapturedLog.of(() -> slow.get(0).cancel(false));
        assertThat(first.join()).isInstanceOf(Failed.class);

        assertThat(rig.later(rig.room, anna, "!slow")).isNotDone();
        rig.ticker.advance(Duration.ofMinutes(9));
        assertThat(rig.says(anna, "!slow")).isInstanceOf(Busy.class);
        rig.ticker.advance(Duration.ofMinutes(1));
        CapturedLog.of(() -> assertThat(rig.later(rig.room, anna, "!slow")).isNotDone());
    }

    @Test
    void concurrency_ofAReloadedPlugin_isNotHeldByItsPredecessor() {
        CommandRig rig = new CommandRig();
        PluginCommands before = TestCommands.register(rig.registry, "test", new Handler());
        rig.later(rig.room, rig.room.peer("anna"), "!slow");

        before.close();
        TestCommands.register(rig.registry, "test", new Handler());

        assertThat(rig.later(rig.room, rig.room.peer("anna"), "!slow")).isNotDone();
    }

    @Test
    void vote_enoughVoices_runsTheCommand() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");
        FakePeer bert = rig.room.peer("bert");
        rig.room.peer("cora");

        assertThat(rig.says(anna, "!skip")).isEqualTo(new Voted("skip", 1, 2, false));
        assertThat(rig.says(anna, "!skip")).isEqualTo(new Voted("skip", 1, 2, true));
        assertThat(rig.says(bert, "!skip")).isEqualTo(DONE);

        rig.ticker.advance(Duration.ofMinutes(2));
        assertThat(rig.says(bert, "!skip")).isEqualTo(new Voted("skip", 1, 2, false));
    }

    @Test
    void vote_thatPassesWhileCoolingDown_isKept() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");
        assertThat(rig.says(anna, "!skip")).isEqualTo(DONE);
        FakePeer bert = rig.room.peer("bert");
        rig.room.peer("cora");
        rig.ticker.advance(Duration.ofSeconds(50));

        assertThat(rig.says(anna, "!skip")).isEqualTo(new Voted("skip", 1, 2, false));
        assertThat(rig.says(bert, "!skip")).isEqualTo(new CoolingDown("skip", Scope.ROOM, Duration.ofSeconds(10)));
        rig.ticker.advance(Duration.ofSeconds(10));
        assertThat(rig.says(anna, "!skip")).isEqualTo(DONE);
    }

    @Test
    void vote_alone_justRuns() {
        CommandRig rig = rig();

        assertThat(rig.says(rig.room.peer("anna"), "!skip")).isEqualTo(DONE);
    }

    @Test
    void vote_moderatorAndRequester_decideAlone() {
        CommandRig rig = rig("permissions: {users: {mia: [moderator]}}", "commands: {skip: {cooldown: {seconds: 0}}}");
        FakePeer mia = rig.room.peer("mia");
        FakePeer anna = rig.room.peer("anna");
        FakePeer bert = rig.room.peer("bert");
        rig.room.peer("cora");
        rig.room.peer("dora");
        rig.room.player().add(FakePlayer.track("Tune", "anna"));

        assertThat(rig.says(mia, "!skip")).isEqualTo(DONE);
        assertThat(rig.says(bert, "!skip")).isEqualTo(new Voted("skip", 1, 3, false));
        assertThat(rig.says(anna, "!skip")).isEqualTo(DONE);
        assertThat(rig.says(bert, "!skip")).as("the run ended the vote").isEqualTo(new Voted("skip", 1, 3, false));

        rig.permissions.grant("everyone", "test.skip.force");
        assertThat(rig.says(bert, "!skip")).isEqualTo(DONE);
    }

    @Test
    void vote_aboutTracks_isDecidedAloneByWhoAskedForAllOfThem() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");
        FakePeer bert = rig.room.peer("bert");
        rig.room.peer("cora");
        rig.room.player().add(FakePlayer.track("One", "anna"));
        rig.room.player().add(FakePlayer.track("Two", "anna"));

        assertThat(rig.says(anna, "!wipe")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!empty")).isEqualTo(DONE);
        assertThat(rig.says(bert, "!wipe")).isEqualTo(new Voted("wipe", 1, 2, false));
        assertThat(rig.says(bert, "!empty")).isEqualTo(new Voted("empty", 1, 2, false));
        assertThat(rig.says(bert, "!drop 1")).isEqualTo(new Voted("drop 1", 1, 2, false));

        rig.room.player().add(FakePlayer.track("Three", "bert"));
        assertThat(rig.says(anna, "!empty")).as("bert's vote and this one").isEqualTo(DONE);
        assertThat(rig.says(anna, "!empty")).isEqualTo(new Voted("empty", 1, 2, false));
        assertThat(rig.says(bert, "!drop 2")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!drop 2")).isEqualTo(new Voted("drop 2", 1, 2, false));
    }

    @Test
    void vote_aboutTracks_isNotDecidedAloneByWhoAskedForSomeOfThem() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");
        FakePeer bert = rig.room.peer("bert");
        rig.room.peer("cora");
        rig.room.player().add(FakePlayer.track("One", "anna"));
        rig.room.player().add(FakePlayer.track("Two", "bert"));

        assertThat(rig.says(anna, "!wipe")).isEqualTo(new Voted("wipe", 1, 2, false));
        assertThat(rig.says(anna, "!empty")).isEqualTo(new Voted("empty", 1, 2, false));
        rig.room.player().add(FakePlayer.track("Three", "anna"));
        assertThat(rig.says(bert, "!drop 2")).isEqualTo(new Voted("drop 2", 1, 2, false));
        assertThat(rig.says(bert, "!drop 1")).isEqualTo(DONE);
    }

    @Test
    void overrides_ofAVoteAboutTracks_leaveItAboutThem() {
        CommandRig rig = rig(
                "commands:",
                "  wipe: {vote: {share: 1}}",
                "  empty: {vote: {requester-decides: false}}",
                "  drop: {vote: {share: 0}}");
        FakePeer anna = rig.room.peer("anna");
        FakePeer bert = rig.room.peer("bert");
        rig.room.peer("cora");

        assertThat(rig.says(anna, "!empty")).as("nothing waits").isEqualTo(DONE);
        rig.room.player().add(FakePlayer.track("One", "anna"));
        rig.room.player().add(FakePlayer.track("Two", "anna"));
        assertThat(rig.says(bert, "!wipe")).isEqualTo(new Voted("wipe", 1, 3, false));
        assertThat(rig.says(anna, "!wipe")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!empty")).isEqualTo(new Voted("empty", 1, 2, false));
        assertThat(rig.says(bert, "!drop 1")).isEqualTo(DONE);
    }

    @Test
    void vote_aboutTracksThatThereAreNot_isNone() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");
        rig.room.peer("bert");
        rig.room.peer("cora");

        assertThat(rig.says(anna, "!wipe")).isEqualTo(DONE);
        rig.room.player().add(FakePlayer.station("Radio", ""));
        assertThat(rig.says(anna, "!wipe")).as("nobody asked for it").isEqualTo(new Voted("wipe", 1, 2, false));
        assertThat(rig.says(anna, "!empty")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!drop 1")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!drop 0")).isEqualTo(DONE);
    }

    @Test
    void onlyInRooms_elsewhere_isUnknown() {
        CommandRig rig = rig();
        FakePeer anna = rig.room.peer("anna");

        assertThat(rig.says(anna, "!here")).isInstanceOf(UnknownCommand.class);
        assertThat(rig.later(rig.room.another("Attic"), anna, "!here").join()).isEqualTo(DONE);
    }

    @Test
    void overrides_changeAndTakeAwayEveryPart() {
        CommandRig rig = rig(
                "commands:",
                "  open: {permission: vip.open, granted-to: owner}",
                "  guarded: {granted-to: everyone, cooldown: {seconds: 0}}",
                "  roomly: {cooldown: {seconds: 20, burst: 2, per: user}}",
                "  slow: {max-concurrency: {runs: 0}}",
                "  test:skip: {vote: {share: 0}, cooldown: {seconds: 0}}",
                "  HERE: {rooms: []}",
                "  globally: {enabled: false}");
        FakePeer anna = rig.room.peer("anna");
        FakePeer bert = rig.room.peer("bert");
        rig.room.peer("cora");

        assertThat(rig.says(anna, "!open")).isEqualTo(new Denied("open", "vip.open"));
        for (int i = 0; i < 10; i++) {
            assertThat(rig.says(anna, "!guarded 1")).isEqualTo(DONE);
            assertThat(rig.says(anna, "!skip")).isEqualTo(DONE);
            assertThat(rig.later(rig.room, anna, "!slow")).isNotDone();
        }
        assertThat(rig.says(anna, "!roomly")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!roomly")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!roomly")).isEqualTo(new CoolingDown("roomly", Scope.USER, Duration.ofSeconds(20)));
        assertThat(rig.says(bert, "!roomly")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!here")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!globally")).isInstanceOf(UnknownCommand.class);
        assertThat(rig.settings.warnings()).isEmpty();
    }

    @Test
    void overrides_addEveryPart() {
        CommandRig rig = rig(
                "commands:",
                "  open: {cooldown: {seconds: 5}, max-concurrency: {runs: 3, per: global}, vote: {share: 1}, rooms: [Lobby]}",
                "  guarded: {vote: {requester-decides: false}, cooldown: {burst: 1}}");
        FakePeer anna = rig.room.peer("anna");
        FakePeer bert = rig.room.peer("bert");

        assertThat(rig.says(anna, "!open")).isEqualTo(new Voted("open", 1, 2, false));
        assertThat(rig.says(bert, "!open")).isEqualTo(DONE);
        bert.leaves();
        assertThat(rig.says(anna, "!open")).isEqualTo(DONE);
        assertThat(rig.says(anna, "!open")).isEqualTo(new CoolingDown("open", Scope.USER, Duration.ofSeconds(5)));
        assertThat(rig.later(rig.room.another("Attic"), anna, "!open").join()).isInstanceOf(UnknownCommand.class);
        assertThat(rig.registry.find("guarded").orElseThrow().requirements()).hasSize(1);
    }

    @Test
    void overrides_replacedWhileRunning_holdAtOnce() {
        CommandRig rig = rig("commands: {open: {enabled: false}}");
        FakePeer anna = rig.room.peer("anna");
        assertThat(rig.says(anna, "!open")).isInstanceOf(UnknownCommand.class);

        CommandRig.Sections sections = CommandRig.read("commands: {open: {permission: vip.open}}");
        rig.settings.configure(sections.commands(), sections.chat());

        assertThat(rig.says(anna, "!open")).isEqualTo(DONE);
        assertThat(rig.registry.find("open").orElseThrow().permission()).isEqualTo("vip.open");
    }

    @Test
    void overrides_voteWithoutOneOfThePlugins_isNotDecidedByTheRequester() {
        CommandRig rig = rig("commands: {open: {vote: {share: 1}}}");
        FakePeer anna = rig.room.peer("anna");
        rig.room.peer("bert");
        rig.room.player().add(FakePlayer.track("Tune", "anna"));

        assertThat(rig.says(anna, "!open")).isEqualTo(new Voted("open", 1, 2, false));
    }

    @Test
    void groups_thatThereAreNot_areWarnedOf_whenCommandsComeAndWhenConfigIsReadAgain() {
        String guarded = "Command test:guarded is granted to the group moderatr, which there is not."
                + " Did you mean moderator?";
        String open = "Command test:open is granted to the group friends, which there is not."
                + " Add it to permissions.groups, or set commands.open.granted-to in config.yml.";
        CommandRig[] rig = new CommandRig[1];

        String atStart = CapturedLog.of(() -> rig[0] = rig("commands: {guarded: {granted-to: Moderatr}}"));
        assertThat(atStart).contains("WARN").contains(guarded).doesNotContain("test:open");

        CommandRig.Sections sections =
                CommandRig.read("commands: {open: {granted-to: friends}, guraded: {enabled: false}}");
        String atReload = CapturedLog.of(() -> rig[0].settings.configure(sections.commands(), sections.chat()));
        assertThat(atReload)
                .contains(open)
                .doesNotContain("test:guarded")
                .contains("commands.guraded in config.yml changes nothing");
    }

    @Test
    void explain_switchedOffAndOnlyInRooms_isSwitchedOff() {
        CommandRig rig = rig("commands: {here: {enabled: false}}");

        assertThat(rig.access
                        .explain("here", rig.room, rig.room.peer("anna").peer(), rig.room.player())
                        .orElseThrow()
                        .conditions())
                .contains(new Condition.InRoom(false, List.of()));
    }

    @Test
    void overrides_ofNoCommand_areWarnedOf() {
        CommandRig rig = rig("commands: {guraded: {enabled: false}, music:open: {}, whatever: {}, open: {}}");

        assertThat(rig.settings.warnings())
                .containsExactly(
                        "commands.guraded in config.yml changes nothing: no plugin has this command. Did you mean guarded?",
                        "commands.music:open in config.yml changes nothing: no plugin has this command."
                                + " Did you mean test:open?",
                        "commands.whatever in config.yml changes nothing: no plugin has this command."
                                + " Write the words of a command, not an alias, or plugin:words.");
    }

    @Test
    void overrides_ofHalfARequirement_thatTheCommandDoesNotHave_areWarnedOf() {
        CommandRig rig = rig("commands: {open: {cooldown: {burst: 3}, vote: {requester-decides: true}},"
                + " test:open: {max-concurrency: {per: user}}, skip: {vote: {requester-decides: false}}}");

        assertThat(rig.settings.warnings())
                .containsExactly(
                        "commands.open.cooldown in config.yml changes nothing: the command has no cooldown."
                                + " Add seconds to give it one.",
                        "commands.open.vote in config.yml changes nothing: the command has no vote."
                                + " Add share to give it one.",
                        "commands.test:open.max-concurrency in config.yml changes nothing: the command has no"
                                + " max-concurrency. Add runs to give it one.");
    }

    @Test
    void explain_tellsWhatIsMetNow_andUsesUpNothing() {
        CommandRig rig = rig("permissions: {groups: {dj: {permissions: [test.*]}}}");
        FakePeer anna = rig.room.peer("anna");
        rig.room.peer("bert");
        rig.room.peer("cora");

        for (int i = 0; i < 5; i++) {
            assertThat(rig.access
                            .explain("guarded", rig.room, anna.peer(), rig.room.player())
                            .orElseThrow()
                            .conditions()
                            .get(0))
                    .isEqualTo(new Condition.HasPermission(false, "test.guarded", List.of("dj", "moderator", "owner")));
        }
        CommandAccess.Explanation skip = rig.access
                .explain("skip", rig.room, anna.peer(), rig.room.player())
                .orElseThrow();
        assertThat(skip.met()).isFalse();
        assertThat(skip.conditions())
                .extracting(condition -> condition.getClass().getSimpleName() + " " + condition.met())
                .containsExactly("HasPermission true", "Agreed false", "CooledDown true");
        assertThat(rig.says(anna, "!skip")).isEqualTo(new Voted("skip", 1, 2, false));
        rig.later(rig.room, anna, "!slow");
        assertThat(rig.access
                        .explain("slow", rig.room, anna.peer(), rig.room.player())
                        .orElseThrow()
                        .met())
                .isFalse();
        assertThat(rig.access.explain("here", rig.room, anna.peer(), rig.room.player()))
                .hasValueSatisfying(
                        here -> assertThat(here.conditions()).contains(new Condition.InRoom(false, List.of("Attic"))));
        assertThat(rig.access.explain("nothing", rig.room, anna.peer(), rig.room.player()))
                .isEmpty();
    }
}

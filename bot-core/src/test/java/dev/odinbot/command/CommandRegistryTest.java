package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.odinbot.api.Registration;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.CommandInfo.ArgumentInfo;
import dev.odinbot.api.command.CommandInfo.FlagInfo;
import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.OneOf;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.TestGate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CommandRegistryTest {

    private final CommandRegistry registry = new CommandRegistry(TestGate.open());

    private static final class Music {
        @Command("play <query>")
        @Alias({"p", "Start"})
        @Description("Plays a track")
        Reply play(String query) {
            return Reply.of("music plays " + query);
        }

        @Command("stop")
        void stop() {}
    }

    private static final class Games {
        @Command("play [game]")
        @Alias("g")
        Reply play(Optional<String> game) {
            return Reply.of("game on: " + game.orElse("chess"));
        }
    }

    @Test
    void all_isSortedAndComplete() {
        TestCommands.register(registry, "music", new Music());

        assertThat(registry.all())
                .containsExactly(
                        info(
                                "play",
                                List.of("p", "start"),
                                "play <query>",
                                "Plays a track",
                                "music",
                                "music.play",
                                text("query", true)),
                        info("stop", List.of(), "stop", "", "music", "music.stop"));
        assertThat(registry.find("START")).map(CommandInfo::name).contains("play");
    }

    @Test
    void register_sameNameInTwoPlugins_shortNameGoesToTheFirst() {
        TestCommands.register(registry, "music", new Music());
        TestCommands.register(registry, "games", new Games());

        assertThat(registry.find("play")).map(CommandInfo::plugin).contains("music");
        assertThat(registry.find("music:play")).map(CommandInfo::plugin).contains("music");
        assertThat(registry.find("games:play"))
                .contains(info(
                        "games:play",
                        List.of("g"),
                        "games:play [game]",
                        "",
                        "games",
                        "games.play",
                        text("game", false)));
        assertThat(registry.find("g")).map(CommandInfo::name).contains("games:play");
    }

    @Test
    void dispatch_takenName_runsUnderTheQualifiedOne() {
        FakeRoom room = new FakeRoom();
        room.register("music", new Music());
        room.register("games", new Games());

        room.peer("anna").says("!play x");
        room.peer("anna").says("!Games:Play go");
        room.peer("anna").says("!games:play a b");

        assertThat(room.replies())
                .containsExactly("music plays x", "game on: go", "\"b\" is too much. Usage: !games:play [game]");
    }

    @Test
    void close_firstPlugin_removesItsCommandsAndPassesTheShortNameOn() {
        PluginCommands music = TestCommands.register(registry, "music", new Music());
        TestCommands.register(registry, "games", new Games());

        music.close();
        music.close();

        assertThat(registry.all()).extracting(CommandInfo::usage).containsExactly("play [game]");
        assertThat(registry.find("stop")).isEmpty();
        assertThat(registry.find("music:play")).isEmpty();
    }

    @Test
    void register_sameNameTwiceInOnePlugin_isRefusedAndChangesNothing() {
        TestCommands.register(registry, "music", new Music());

        assertThatThrownBy(() -> TestCommands.register(registry, "music", new Music()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than one command or alias 'play'");
        assertThat(registry.all()).hasSize(2);
    }

    @Test
    void register_whileOthersLook_isSeenWholeOrNotAtAll() throws Exception {
        int torn = observed(() -> registry.all().size() != 1, () -> {
            for (int i = 0; i < 300; i++) {
                TestCommands.register(registry, "music", new Music()).close();
            }
        });

        assertThat(torn).isZero();
    }

    @Test
    void info_everythingDeclared_isThere() {
        TestCommands.register(registry, "lists", new Object() {
            @Command("playlist save <name> [mode] [tags...]")
            @Alias("pl save")
            @Description("Saves the queue")
            @Example("pl save mix replace --limit 5")
            Reply save(
                    String name,
                    @OneOf({"append", "replace"}) Optional<String> mode,
                    List<String> tags,
                    @Flag(shorthand = "l") OptionalInt limit,
                    @Flag boolean keepOrder) {
                return Reply.silent();
            }
        });

        assertThat(registry.find(" Playlist  SAVE "))
                .contains(new CommandInfo(
                        "playlist save",
                        List.of("pl save"),
                        "playlist save <name> [mode] [tags...] [--limit <number>] [--keep-order]",
                        "Saves the queue",
                        List.of("pl save mix replace --limit 5"),
                        "lists",
                        "lists.playlist.save",
                        List.of(
                                new ArgumentInfo("name", "text", true, false, false, List.of()),
                                new ArgumentInfo("mode", "choice", false, false, false, List.of("append", "replace")),
                                new ArgumentInfo("tags", "text", false, true, false, List.of())),
                        List.of(
                                new FlagInfo("--limit", "-l", "number", List.of()),
                                new FlagInfo("--keep-order", "", "", List.of())),
                        List.of()));
    }

    @Test
    void match_severalWords_takesTheLongest() {
        TestCommands.register(registry, "lists", new Object() {
            @Command("playlist <name>")
            Reply load(String name) {
                return Reply.of("load " + name);
            }

            @Command("playlist save <name>")
            @Alias("pl save")
            Reply save(String name) {
                return Reply.of("save " + name);
            }
        });

        assertThat(matched("playlist mix")).isEqualTo("playlist|mix");
        assertThat(matched("PLAYLIST \t Save  mix  2")).isEqualTo("playlist save|mix  2");
        assertThat(matched("playlist save")).isEqualTo("playlist save|");
        assertThat(matched("playlist \"save\"")).isEqualTo("playlist|\"save\"");
        assertThat(matched("pl save x")).isEqualTo("playlist save|x");
        assertThat(matched("lists:playlist save x")).isEqualTo("playlist save|x");
        assertThat(matched("pl x")).isEmpty();
        assertThat(matched("lists: playlist")).isEmpty();
    }

    private String matched(String call) {
        return registry.match(new CommandLine(call))
                .map(match -> match.command().info().name() + "|" + match.arguments())
                .orElse("");
    }

    @Test
    void unknown_wordBehindAGroup_suggestsItsCommands() {
        TestCommands.register(registry, "lists", new Object() {
            @Command("playlist save")
            void save() {}

            @Command("playlist load")
            void load() {}
        });

        assertThat(unknown("playlist svae")).isEqualTo("playlist svae: playlist save");
        assertThat(unknown("playlist frobnicate")).isEqualTo("playlist frobnicate: playlist load, playlist save");
        assertThat(unknown("playlist")).isEqualTo("playlist: playlist load, playlist save");
        assertThat(unknown("plaulist save")).isEqualTo("plaulist: playlist load, playlist save");
        assertThat(unknown("lists:playlist svae")).isEqualTo("lists:playlist svae: lists:playlist save");
    }

    @Test
    void unknown_wordBehindAGroupsAlias_suggestsItsAliases() {
        TestCommands.register(registry, "lists", new Object() {
            @Command("playlist save")
            @Alias("pl save")
            void save() {}
        });

        assertThat(unknown("pl sve")).isEqualTo("pl sve: pl save");
    }

    @Test
    void unknown_nameOfAPlugin_suggestsItsCommands() {
        TestCommands.register(registry, "music", new Music());
        TestCommands.register(registry, "Games", new Games());

        assertThat(unknown("music:plya x")).isEqualTo("music:plya: music:play");
        assertThat(unknown("GAMES:pla")).isEqualTo("GAMES:pla: games:play");
        assertThat(unknown("games:stpo")).isEqualTo("games:stpo: ");
        assertThat(unknown("other:play")).isEqualTo("other:play: ");
        assertThat(unknown("music:")).isEqualTo("music:: ");
    }

    @Test
    void examples_ofAShadowedName_haveThePluginBeforeIt() {
        TestCommands.register(registry, "music", new Music());
        TestCommands.register(registry, "radio", new Object() {
            @Command("play <station>")
            @Alias({"p", "tune in"})
            @Example({"Play jazz", "p jazz", "tune in jazz"})
            void play(String station) {}
        });

        assertThat(registry.find("radio:play").orElseThrow().examples())
                .containsExactly("radio:play jazz", "radio:p jazz", "tune in jazz");
    }

    private record Dice(int sides) {}

    private static final class Tables {
        @Command("throw <dice> [more]")
        void roll(Dice dice, Optional<String> more, @Flag Optional<Dice> second) {}
    }

    @Test
    void completed_ownType_hasTheConvertersSuggestions() {
        PluginCommands commands = TestCommands.open(registry, "tables");
        commands.convert(Dice.class, suggesting(() -> List.of("d6", "d20")));
        commands.register(new Tables());
        commands.publish(Optional.empty());
        FakeRoom room = new FakeRoom();

        CommandInfo command = registry.completed(room, room.peer("anna").peer()).get(0);

        assertThat(command.arguments().get(0).choices()).containsExactly("d6", "d20");
        assertThat(command.arguments().get(1).choices()).isEmpty();
        assertThat(command.flags().get(0).choices()).containsExactly("d6", "d20");
        assertThat(registry.all().get(0).arguments().get(0).choices()).isEmpty();
    }

    @Test
    void completed_converterThatFailsOrSuggestsWithoutEnd_isBounded() {
        for (Supplier<List<String>> suggestions : List.<Supplier<List<String>>>of(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                () -> Collections.nCopies(10_000, "d6"))) {
            PluginCommands commands = TestCommands.open(registry, "tables");
            commands.convert(Dice.class, suggesting(suggestions));
            commands.register(new Tables());
            commands.publish(Optional.empty());
            FakeRoom room = new FakeRoom();

            assertThat(registry.completed(room, room.peer("anna").peer())
                            .get(0)
                            .arguments()
                            .get(0)
                            .choices())
                    .hasSizeLessThanOrEqualTo(50);
            commands.close();
        }
    }

    @Test
    void completed_converterThatHangs_takesTwoThreadsAndNoMore() throws Exception {
        CountDownLatch hanging = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        PluginCommands commands = TestCommands.open(registry, "tables");
        commands.convert(Dice.class, suggesting(() -> {
            hanging.countDown();
            Uninterruptibles.awaitUninterruptibly(end);
            return List.of("d6");
        }));
        commands.register(new Tables());
        commands.publish(Optional.empty());
        FakeRoom room = new FakeRoom();
        Peer anna = room.peer("anna").peer();
        List<CompletableFuture<List<String>>> asked = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            asked.add(CompletableFuture.supplyAsync(() -> choices(room, anna), task -> new Thread(task).start()));
        }
        assertThat(hanging.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<List<String>> third =
                CompletableFuture.supplyAsync(() -> choices(room, anna), task -> new Thread(task).start());

        assertThat(third.get(30, TimeUnit.SECONDS)).isEmpty();
        end.countDown();
        for (CompletableFuture<List<String>> other : asked) {
            assertThat(other.get(30, TimeUnit.SECONDS)).containsExactly("d6");
        }
        assertThat(choices(room, anna)).containsExactly("d6");
    }

    private List<String> choices(FakeRoom room, Peer asker) {
        return registry.completed(room, asker).get(0).arguments().get(0).choices();
    }

    private static Converter<Dice> suggesting(Supplier<List<String>> suggestions) {
        return new Converter<>() {
            @Override
            public Conversion<Dice> convert(String text, Call call) {
                return Conversion.of(new Dice(6));
            }

            @Override
            public List<String> suggestions(Call call) {
                return suggestions.get();
            }
        };
    }

    private String unknown(String call) {
        CommandOutcome.UnknownCommand unknown = UnknownCommands.of(new CommandLine(call), registry.all());
        return unknown.name() + ": " + String.join(", ", unknown.suggestions());
    }

    @Test
    void publish_replacement_keepsShortNamesAndIsSeenAtOnce() throws Exception {
        PluginCommands first = TestCommands.register(registry, "music", new Music());
        TestCommands.register(registry, "games", new Games());
        assertThat(registry.find("play")).map(CommandInfo::plugin).contains("music");
        int torn = observed(() -> registry.find("play").map(CommandInfo::plugin).equals(Optional.of("music")), () -> {
            PluginCommands old = first;
            for (int i = 0; i < 300; i++) {
                PluginCommands next = TestCommands.open(registry, "music");
                next.register(new Music());
                next.publish(Optional.of(old));
                old.close();
                old = next;
            }
        });

        assertThat(torn).isZero();
        assertThat(registry.find("play")).map(CommandInfo::plugin).contains("music");
        assertThat(registry.find("games:play")).isPresent();
        assertThat(registry.all()).hasSize(3);
        assertThatThrownBy(() -> first.register(new Music()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Plugin music has been stopped");
    }

    /** How often another thread found that {@code holds} did not hold, while {@code change} ran. */
    private static int observed(BooleanSupplier holds, Runnable change) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(1);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> torn = reader.submit(() -> {
                int faults = 0;
                while (!done.get()) {
                    faults += holds.getAsBoolean() ? 0 : 1;
                    reading.countDown();
                }
                return faults;
            });
            reading.await();
            change.run();
            done.set(true);
            return torn.get(30, TimeUnit.SECONDS);
        } finally {
            done.set(true);
            reader.shutdownNow();
        }
    }

    @Test
    void open_unpublished_isNotSeen() {
        PluginCommands commands = TestCommands.open(registry, "music");
        commands.register(new Music());
        assertThat(registry.all()).isEmpty();

        commands.publish(Optional.empty());
        Registration late = commands.register(new LateComer());
        assertThat(registry.find("late")).isPresent();
        late.close();
        late.close();
        assertThat(registry.find("late")).isEmpty();
        assertThat(registry.all()).hasSize(2);
    }

    private static final class LateComer {
        @Command("late")
        void late() {}
    }

    private static ArgumentInfo text(String name, boolean required) {
        return new ArgumentInfo(name, "text", required, false, false, List.of());
    }

    private static CommandInfo info(
            String name,
            List<String> aliases,
            String usage,
            String description,
            String plugin,
            String permission,
            ArgumentInfo... arguments) {
        return new CommandInfo(
                name,
                aliases,
                usage,
                description,
                List.of(),
                plugin,
                permission,
                List.of(arguments),
                List.of(),
                List.of());
    }
}

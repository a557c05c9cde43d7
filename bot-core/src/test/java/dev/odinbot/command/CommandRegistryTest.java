package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.testing.FakeRoom;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CommandRegistryTest {

    private final CommandRegistry registry = new CommandRegistry();

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
        Reply play(java.util.Optional<String> game) {
            return Reply.of("game on: " + game.orElse("chess"));
        }
    }

    @Test
    void all_isSortedAndComplete() {
        registry.register("music", new Music());

        assertThat(registry.all())
                .containsExactly(
                        info("play", List.of("p", "start"), "play <query>", "Plays a track", "music"),
                        info("stop", List.of(), "stop", "", "music"));
        assertThat(registry.find("START")).map(CommandInfo::name).contains("play");
        assertThat(registry.nearest("sotp")).contains("stop");
    }

    @Test
    void register_sameNameInTwoPlugins_shortNameGoesToTheFirst() {
        registry.register("music", new Music());
        registry.register("games", new Games());

        assertThat(registry.find("play")).map(CommandInfo::plugin).contains("music");
        assertThat(registry.find("music:play")).map(CommandInfo::plugin).contains("music");
        assertThat(registry.find("games:play"))
                .contains(info("games:play", List.of("g"), "games:play [game]", "", "games"));
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
        CommandRegistration music = registry.register("music", new Music());
        registry.register("games", new Games());

        music.close();
        music.close();

        assertThat(registry.all()).extracting(CommandInfo::usage).containsExactly("play [game]");
        assertThat(registry.find("stop")).isEmpty();
        assertThat(registry.find("music:play")).isEmpty();
    }

    @Test
    void register_sameNameTwiceInOnePlugin_isRefusedAndChangesNothing() {
        registry.register("music", new Music());

        assertThatThrownBy(() -> registry.register("music", new Music()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CommandRegistryTest$Music")
                .hasMessageContaining("more than one command or alias 'play'");
        assertThat(registry.all()).hasSize(2);
    }

    @Test
    void register_whileOthersLook_isSeenWholeOrNotAtAll() throws Exception {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            AtomicBoolean done = new AtomicBoolean();
            CountDownLatch reading = new CountDownLatch(1);
            Future<Integer> torn = reader.submit(() -> {
                int halves = 0;
                while (!done.get()) {
                    halves += registry.all().size() == 1 ? 1 : 0;
                    reading.countDown();
                }
                return halves;
            });
            reading.await();
            for (int i = 0; i < 300; i++) {
                registry.register("music", new Music()).close();
            }
            done.set(true);
            assertThat(torn.get(10, TimeUnit.SECONDS)).isZero();
        } finally {
            reader.shutdownNow();
        }
    }

    private static CommandInfo info(
            String name, List<String> aliases, String usage, String description, String plugin) {
        return new CommandInfo(
                name, aliases, usage, description, List.of(), plugin, "", List.of(), List.of(), List.of());
    }
}

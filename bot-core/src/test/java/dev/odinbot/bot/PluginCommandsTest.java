package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Plugins;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.command.CommandCall;
import dev.odinbot.command.CommandDispatcher;
import dev.odinbot.command.CommandModule;
import dev.odinbot.command.CommandOutcome;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.listener.ListenerRegistry;
import dev.odinbot.permission.PermissionConfig;
import dev.odinbot.permission.PermissionModule;
import dev.odinbot.plugin.HandlerRegistrar;
import dev.odinbot.plugin.PluginHost;
import dev.odinbot.plugin.PluginModule;
import dev.odinbot.plugin.PluginStorage;
import dev.odinbot.plugin.PluginSwitchStore;
import dev.odinbot.plugin.PluginsConfig;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.PluginJar;
import dev.odinbot.text.English;
import dev.odinbot.time.TimeModule;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

/** Jars in the folder, and their commands as a room calls them: all real but the room and the database. */
class PluginCommandsTest {

    @TempDir
    private Path folder;

    private Injector bot;
    private PluginHost host;
    private final FakeRoom room = new FakeRoom();

    @BeforeEach
    void makeBot() {
        String yaml = "plugins: {folder: '" + folder + "', watch: false}";
        PluginsConfig config =
                new ConfigReader(Map.of()).read("config.yml", yaml, File.class).plugins();
        bot = Guice.createInjector(
                new TimeModule(),
                new CommandModule(),
                PermissionModule.inMemory(PermissionConfig.NONE),
                new PluginModule(),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(PluginsConfig.class).toInstance(config);
                        bind(Rooms.class).toInstance(Mockito.mock(Rooms.class));
                        bind(PluginStorage.class).toInstance(Mockito.mock(PluginStorage.class, Mockito.RETURNS_MOCKS));
                        PluginSwitchStore switches = Mockito.mock(PluginSwitchStore.class);
                        Mockito.when(switches.disabled()).thenReturn(Set.of());
                        bind(PluginSwitchStore.class).toInstance(switches);
                    }

                    @Provides
                    HandlerRegistrar registrar(CommandRegistry commands, ListenerRegistry listeners) {
                        return new PluginHandlers(commands, listeners);
                    }
                });
        host = bot.getInstance(PluginHost.class);
    }

    record File(PluginsConfig plugins) {}

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void twoPlugins_sameCommand_bothAnswerByTheirFullName_theShortOneIsTheFirsts() {
        roll("one", "1.0.0");
        roll("two", "1.0.0");

        String log = CapturedLog.of(host::start);

        assertThat(says("roll")).isEqualTo("one 1.0.0");
        assertThat(says("one:roll")).isEqualTo("one 1.0.0");
        assertThat(says("two:roll")).isEqualTo("two 1.0.0");
        assertThat(log).contains("WARN").contains("two:roll");

        roll("one", "1.1.0");
        assertThat(outcome(plugins().reload("one"))).isInstanceOf(Outcome.Done.class);
        assertThat(says("roll"))
                .as("the first keeps the short name over its reload")
                .isEqualTo("one 1.1.0");

        outcome(plugins().unload("one"));
        assertThat(says("roll")).isEqualTo("two 1.0.0");
        assertThat(plugins().find("two"))
                .hasValueSatisfying(info -> assertThat(info.commands()).containsExactly("roll"));
    }

    @Test
    void badSignatures_areAllNamed_andTheOldOneGoesOn() {
        roll("one", "1.0.0");
        host.start();
        PluginJar.of("one").source("one.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext c) { c.register(this); }
                    @Command("roll") int number() { return 4; }
                    @Command("throw <what>") void missing() {}
                }
                """).write(folder.resolve("one.jar"));

        assertThat(outcome(plugins().reload("one")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(English.sentence(refused))
                                .startsWith(
                                        "Plugin one 1.0.0 cannot start, and 1.0.0 goes on: its handlers have faults: ")
                                .contains("one.Main.number")
                                .contains("one.Main.missing"));
        assertThat(says("roll")).isEqualTo("one 1.0.0");
    }

    private Plugins plugins() {
        return bot.getInstance(Plugins.class);
    }

    private static Outcome outcome(CompletionStage<Outcome> change) {
        return change.toCompletableFuture().join();
    }

    private String says(String line) {
        CommandOutcome outcome = bot.getInstance(CommandDispatcher.class)
                .dispatch(new CommandCall(room, room.peer("Anna").peer(), room.player(), room.prefix() + line))
                .toCompletableFuture()
                .join();
        assertThat(outcome).isInstanceOf(CommandOutcome.Replied.class);
        return ((CommandOutcome.Replied) outcome).text();
    }

    private void roll(String id, String version) {
        PluginJar.of(id)
                .with("Plugin-Version", version)
                .source(id + ".Main", """
                public class Main implements Plugin {
                    public void start(PluginContext c) { c.register(this); }
                    @Command("roll") Reply roll() { return Reply.of("ID VERSION"); }
                }
                """.replace("ID", id).replace("VERSION", version))
                .write(folder.resolve(id + ".jar"));
    }
}

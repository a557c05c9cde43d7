package dev.odinbot.plugin;

import com.google.inject.Guice;
import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.PluginInfo;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.api.admin.Plugins;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.text.English;
import dev.odinbot.time.TimeModule;
import dev.odinbot.time.Timers;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Our plugins without the rest of the bot. */
final class TestHost implements AutoCloseable {

    private static final Timers TIMERS = Guice.createInjector(new TimeModule()).getInstance(Timers.class);

    /** Guards against hanging only; a test of something that hangs brings one of its own. */
    static final Patience PATIENT = new Patience(
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofMillis(100));

    private final LivePlugins plugins;
    private final RecordingRegistrar registrar;

    private TestHost(PluginsConfig config, RecordingRegistrar registrar, MemoryStorage storage, Patience patience) {
        this.registrar = registrar;
        Map<Class<?>, Provider<Object>> services = Map.of(
                CommandCatalog.class,
                () -> registrar,
                Rooms.class,
                NoRooms::new,
                Clock.class,
                () -> Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                Plugins.class,
                this::plugins);
        PluginStarter starter = new PluginStarter(registrar, storage, new HostServices(services), TIMERS, patience);
        plugins = new LivePlugins(config, starter, storage, storage, registrar, TIMERS, patience);
    }

    static TestHost of(Path folder, String sections) {
        return of(folder, sections, new MemoryStorage(), PATIENT);
    }

    static TestHost of(Path folder, String sections, MemoryStorage storage, Patience patience) {
        return new TestHost(config(folder, sections), new RecordingRegistrar(), storage, patience);
    }

    /** @param sections what stands beside the folder in a YAML mapping */
    static PluginsConfig config(Path folder, String sections) {
        // The folder last: its length would move the columns that faults name.
        String yaml = "plugins:\n  {" + (sections.isEmpty() ? "" : sections + ", ") + "folder: '" + folder + "'}\n";
        return new ConfigReader(Map.of()).read("config.yml", yaml, File.class).plugins();
    }

    record File(PluginsConfig plugins) {}

    LivePlugins plugins() {
        return plugins;
    }

    RecordingRegistrar registrar() {
        return registrar;
    }

    List<String> start() {
        return plugins.start();
    }

    /** What the command answers. */
    Object call(String plugin, String command) {
        return registrar.call(plugin, command);
    }

    PluginInfo info(String id) {
        return plugins.find(id).orElseThrow();
    }

    PluginState state(String id) {
        return info(id).state();
    }

    /** The sentence of what was done. */
    static String done(CompletionStage<Outcome> change) {
        if (await(change) instanceof Outcome.Done done) {
            return English.sentence(done);
        }
        throw new AssertionError(await(change));
    }

    /** The sentence of what was not done. */
    static String refused(CompletionStage<Outcome> change) {
        if (await(change) instanceof Outcome.Refused refused) {
            return English.sentence(refused);
        }
        throw new AssertionError(await(change));
    }

    private static Outcome await(CompletionStage<Outcome> change) {
        return change.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        plugins.close();
    }

    private static final class NoRooms implements Rooms {
        @Override
        public List<Room> all() {
            return List.of();
        }

        @Override
        public Optional<Room> find(RoomId id) {
            return Optional.empty();
        }
    }
}

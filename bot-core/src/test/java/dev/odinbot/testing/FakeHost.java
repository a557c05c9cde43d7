package dev.odinbot.testing;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;
import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.admin.Permissions;
import dev.odinbot.api.admin.Plugins;
import dev.odinbot.api.admin.Program;
import dev.odinbot.api.admin.RoomControl;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.api.text.Messages;
import dev.odinbot.bot.KitBot;
import dev.odinbot.command.CommandCall;
import dev.odinbot.command.CommandDispatcher;
import dev.odinbot.command.CommandModule;
import dev.odinbot.command.CommandOutcome;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.command.OutcomeText;
import dev.odinbot.listener.ListenerRegistry;
import dev.odinbot.permission.PermissionConfig;
import dev.odinbot.permission.PermissionModule;
import dev.odinbot.plugin.HandlerRegistrar;
import dev.odinbot.text.MessageBundles;
import dev.odinbot.time.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** The bot around the fake rooms of one test: all real but for what reaches outside, or waits. */
final class FakeHost implements Rooms {

    private final FakeTicker ticker = new FakeTicker();
    private final ManualTimers timers = new ManualTimers(ticker);
    private final Clock clock = new FakeClock(ticker, ZoneOffset.UTC);
    private final ManualFrameClock frames = new ManualFrameClock();
    private final FakeStorage storage = new FakeStorage();
    private final FakePlugins plugins = new FakePlugins();
    private final FakeProgram program = new FakeProgram(ticker);
    private final FakeRoomControl control = new FakeRoomControl(this);
    private final RecordingModeration moderation = new RecordingModeration(this);
    private final ListenerRegistry listeners = new ListenerRegistry(timers, clock);
    private final Map<RoomId, FakeRoom> rooms = new LinkedHashMap<>();
    private final Map<RoomId, Registration> entered = new HashMap<>();
    private final Map<String, StartedPlugin> started = new HashMap<>();
    private final Permissions permissions;
    private final CommandRegistry commands;
    private final CommandDispatcher dispatcher;
    private final OutcomeText text;
    private final HandlerRegistrar registrar;

    private record StartedPlugin(Plugin plugin, FakePluginContext context, HandlerRegistrar.Handlers handlers) {

        /** As the bot does it: nothing of the plugin is called any more when it is told to stop. */
        void stop() {
            handlers.close();
            plugin.stop();
            context.close();
        }
    }

    FakeHost() {
        Injector injector = Guice.createInjector(
                new CommandModule(),
                PermissionModule.inMemory(PermissionConfig.NONE),
                binder -> binder.bind(Ticker.class).toInstance(ticker));
        permissions = injector.getInstance(Permissions.class);
        commands = injector.getInstance(CommandRegistry.class);
        dispatcher = injector.getInstance(CommandDispatcher.class);
        text = injector.getInstance(OutcomeText.class);
        registrar = KitBot.registrar(commands, listeners);
    }

    /** @param make the plugin, of the services that its constructors can have */
    void start(String id, Function<Map<Class<?>, Object>, Plugin> make, ClassLoader loader, List<Record> configs)
            throws Exception {
        load(id, make, loader, configs, Optional.empty());
    }

    /** As the bot does it: the new load is started, then it takes the place of the old one, then that is stopped. */
    void reload(String id, Function<Map<Class<?>, Object>, Plugin> make, ClassLoader loader, List<Record> configs)
            throws Exception {
        StartedPlugin old = started(id);
        load(id, make, loader, configs, Optional.of(old.handlers()));
        old.stop();
    }

    private void load(
            String id,
            Function<Map<Class<?>, Object>, Plugin> make,
            ClassLoader loader,
            List<Record> configs,
            Optional<HandlerRegistrar.Handlers> replaced)
            throws Exception {
        Messages messages = new MessageBundles(id, loader::getResourceAsStream);
        FakeScheduler scheduler = new FakeScheduler(timers);
        HandlerRegistrar.Handlers handlers = registrar.open(id, messages, scheduler);
        Map<Class<?>, Object> services = services(id, messages, scheduler);
        FakePluginContext context = new FakePluginContext(id, configs, handlers, scheduler, Map.copyOf(services));
        services.put(PluginContext.class, context);
        Plugin plugin = make.apply(services);
        StartedPlugin load = new StartedPlugin(plugin, context, handlers);
        boolean ready = false;
        try {
            plugin.start(context);
            handlers.publish(replaced);
            ready = true;
        } finally {
            if (!ready) {
                context.close();
            }
        }
        started.put(id, load);
    }

    private Map<Class<?>, Object> services(String id, Messages messages, Scheduler scheduler) {
        Map<Class<?>, Object> services = new HashMap<>();
        services.put(CommandCatalog.class, commands);
        services.put(Rooms.class, this);
        services.put(Clock.class, clock);
        services.put(Messages.class, messages);
        services.put(Scheduler.class, scheduler);
        services.put(KeyValueStore.class, storage.keys(id));
        services.put(Tables.class, storage.tables(id));
        services.put(Permissions.class, permissions);
        services.put(Plugins.class, plugins);
        services.put(Program.class, program);
        services.put(RoomControl.class, control);
        services.put(Moderation.class, moderation);
        return services;
    }

    void stop(String id) {
        started(id).stop();
        started.remove(id);
    }

    private StartedPlugin started(String id) {
        return Optional.ofNullable(started.get(id))
                .orElseThrow(() -> new IllegalArgumentException("Plugin " + id + " is not started"));
    }

    void register(String plugin, Object handler) {
        Messages messages = new MessageBundles(plugin, handler.getClass().getClassLoader()::getResourceAsStream);
        HandlerRegistrar.Handlers handlers = registrar.open(plugin, messages, new FakeScheduler(timers));
        handlers.register(handler);
        handlers.publish(Optional.empty());
    }

    /** Completes with the line that answers; empty when there is nothing to be said. */
    CompletionStage<String> run(CommandCall call) {
        CompletionStage<CommandOutcome> outcome = dispatcher.dispatch(call);
        return outcome.thenApply(done -> text.of(done, call.room()));
    }

    /** What listeners do because of {@code event}. */
    List<Runnable> heard(FakeRoom room, Object event) {
        return listeners.calls(room.listened(), event);
    }

    /** Moves the clock, and stops wherever something happens: a timer comes due, a track ends, a frame goes out. */
    void elapse(Duration time) {
        Duration left = time;
        do {
            Duration step = step(left);
            ticker.advance(step);
            if (ticker.nanos() % PlayedSound.FRAME.toNanos() == 0) {
                frames.tick();
            }
            rooms().forEach(room -> room.player().elapse(step));
            timers.advance(Duration.ZERO);
            left = left.minus(step);
        } while (!left.isZero());
    }

    private Duration step(Duration longest) {
        long frame = PlayedSound.FRAME.toNanos();
        Stream<Duration> frameDue = rooms().stream()
                .filter(FakeRoom::sounding)
                .map(room -> Duration.ofNanos(frame - ticker.nanos() % frame));
        Stream<Duration> trackEnds = rooms().stream().flatMap(room -> room.player().untilEnd().stream());
        return Stream.of(Stream.of(longest), timers.untilDue().stream(), frameDue, trackEnds)
                .flatMap(Function.identity())
                .min(Comparator.naturalOrder())
                .filter(step -> !step.isNegative())
                .orElse(Duration.ZERO);
    }

    ManualFrameClock frames() {
        return frames;
    }

    Clock clock() {
        return clock;
    }

    Permissions permissions() {
        return permissions;
    }

    FakeStorage storage() {
        return storage;
    }

    FakePlugins plugins() {
        return plugins;
    }

    FakeProgram program() {
        return program;
    }

    RecordingModeration moderation() {
        return moderation;
    }

    synchronized FakeRoom open(FakeRoom room) {
        if (rooms.putIfAbsent(room.id(), room) != null) {
            throw new IllegalArgumentException("There is a room " + room.id() + " already");
        }
        entered.put(room.id(), listeners.enter(room.listened()));
        return room;
    }

    synchronized boolean leave(RoomId id) {
        Registration schedules = entered.remove(id);
        if (schedules != null) {
            schedules.close();
        }
        return rooms.remove(id) != null;
    }

    synchronized List<FakeRoom> rooms() {
        return List.copyOf(rooms.values());
    }

    synchronized Optional<FakeRoom> room(RoomId id) {
        return Optional.ofNullable(rooms.get(id));
    }

    @Override
    public List<Room> all() {
        return List.copyOf(rooms());
    }

    @Override
    public Optional<Room> find(RoomId id) {
        return room(id).map(room -> room);
    }
}

package dev.odinbot.plugin;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Messages;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What plugins have published: their handlers' methods can be called by the name of their command. */
final class RecordingRegistrar implements HandlerRegistrar, CommandCatalog {

    /** Replaced as a whole: whoever looks during a reload sees the old one or the new one. */
    private volatile List<Opened> published = List.of();

    private volatile String refused = "";
    private volatile @Nullable Error fault;

    /** From now on the commands of that plugin cannot be published. */
    void refuse(String plugin) {
        refused = plugin;
    }

    /** From now on whoever publishes gets that thrown, until it is null. */
    void fail(@Nullable Error next) {
        fault = next;
    }

    private final class Opened implements Handlers {
        private final String plugin;
        private final List<Object> handlers = new CopyOnWriteArrayList<>();

        private Opened(String plugin) {
            this.plugin = plugin;
        }

        @Override
        public Registration register(Object handler) {
            handlers.add(handler);
            return () -> handlers.remove(handler);
        }

        @Override
        public <T> Registration convert(Class<T> type, Converter<T> converter) {
            return () -> {};
        }

        @Override
        public void publish(Optional<Handlers> replaced) {
            if (plugin.equals(refused)) {
                throw new IllegalArgumentException(plugin + " is refused");
            }
            Error thrown = fault;
            if (thrown != null) {
                throw thrown;
            }
            change(replaced.orElse(null), this);
        }

        @Override
        public void close() {
            change(this, null);
            handlers.clear();
        }
    }

    private synchronized void change(@Nullable Handlers gone, @Nullable Opened come) {
        List<Opened> next = new ArrayList<>(published);
        next.remove(gone);
        if (come != null) {
            next.add(come);
        }
        published = List.copyOf(next);
    }

    @Override
    public Handlers open(String plugin, Messages messages, Scheduler scheduler) {
        return new Opened(plugin);
    }

    /** What the command, which takes no arguments, returns. */
    Object call(String plugin, String command) {
        List<Object> results = new ArrayList<>();
        for (Opened opened : published) {
            for (Object handler : opened.handlers) {
                if (opened.plugin.equals(plugin)) {
                    commands(handler)
                            .filter(method ->
                                    method.getAnnotation(Command.class).value().equals(command))
                            .forEach(method -> results.add(invoke(method, handler)));
                }
            }
        }
        if (results.size() != 1) {
            throw new IllegalArgumentException("There are " + results.size() + " commands " + plugin + ":" + command);
        }
        return results.get(0);
    }

    private static Object invoke(Method method, Object handler) {
        try {
            method.setAccessible(true);
            return String.valueOf(method.invoke(handler));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Method> commands(Object handler) {
        return Arrays.stream(handler.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Command.class));
    }

    @Override
    public List<CommandInfo> all() {
        return published.stream()
                .flatMap(opened -> opened.handlers.stream()
                        .flatMap(RecordingRegistrar::commands)
                        .map(method -> method.getAnnotation(Command.class).value())
                        .map(name -> info(opened.plugin, name)))
                .toList();
    }

    private static CommandInfo info(String plugin, String name) {
        return new CommandInfo(
                name, List.of(), name, "", List.of(), plugin, plugin + "." + name, List.of(), List.of(), List.of());
    }

    @Override
    public List<CommandInfo> allowed(Room room, Peer asker) {
        return all();
    }

    @Override
    public Optional<CommandInfo> find(String name) {
        return all().stream().filter(info -> info.name().equals(name)).findFirst();
    }
}

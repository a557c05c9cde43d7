package dev.odinbot.listener;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Messages;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One annotated method and the object it belongs to. Any thread. */
final class HandlerMethod {

    private static final Logger LOG = LoggerFactory.getLogger(HandlerMethod.class);

    private final String plugin;
    private final Messages messages;
    private final Object handler;
    private final Method method;

    HandlerMethod(String plugin, Messages messages, Object handler, Method method) {
        this.plugin = plugin;
        this.messages = messages;
        this.handler = handler;
        this.method = method;
    }

    String plugin() {
        return plugin;
    }

    /** Of a listener: what it hears of. */
    boolean hears(Object event) {
        return method.getParameterTypes()[0].isInstance(event);
    }

    /** Runs it for a room and says there what it returns; what it throws is logged. */
    void run(ListenedRoom place, @Nullable Object event) {
        call(Optional.of(place), event).ifPresent(reply -> {
            String words = messages.word(reply.text(), place.room().locale());
            if (!words.isEmpty()) {
                place.room().say(words);
            }
        });
    }

    /** Runs one that has to do with no room. */
    void run() {
        call(Optional.empty(), null);
    }

    private Optional<Reply> call(Optional<ListenedRoom> place, @Nullable Object event) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(handler.getClass().getClassLoader());
        try {
            return Optional.ofNullable((Reply) method.invoke(handler, arguments(place, event)));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InterruptedException) {
                thread.interrupt();
            }
            report(place, e.getCause());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            report(place, e);
        } finally {
            thread.setContextClassLoader(before);
        }
        return Optional.empty();
    }

    private @Nullable Object[] arguments(Optional<ListenedRoom> place, @Nullable Object event) {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] arguments = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == Room.class
                    ? place.orElseThrow().room()
                    : types[i] == Player.class ? place.orElseThrow().player() : event;
        }
        return arguments;
    }

    private void report(Optional<ListenedRoom> place, @Nullable Throwable fault) {
        LOG.error(
                "{} of plugin {} failed{} (error {})",
                this,
                plugin,
                place.map(room -> " in room " + room.room().id()).orElse(""),
                String.format("%06x", ThreadLocalRandom.current().nextInt(1 << 24)),
                fault);
    }

    @Override
    public String toString() {
        return handler.getClass().getSimpleName() + "." + method.getName();
    }
}

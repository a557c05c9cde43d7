package dev.odinbot.listener;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The listeners and schedules of one load of a plugin, which come and go as one unit. Any thread. */
public final class PluginListeners implements AutoCloseable {

    private final ListenerRegistry registry;
    private final String plugin;
    private final Messages messages;
    private final Scheduler scheduler;
    private final List<Registered> handlers = new CopyOnWriteArrayList<>();
    private boolean published;
    private boolean closed;

    PluginListeners(ListenerRegistry registry, String plugin, Messages messages, Scheduler scheduler) {
        this.registry = registry;
        this.plugin = plugin;
        this.messages = messages;
        this.scheduler = scheduler;
    }

    /** What one handler brought. */
    private record Registered(List<HandlerMethod> listeners, List<Scheduled> schedules) {}

    /**
     * Takes the methods of {@code handler}; at work from {@link #publish} on, or at once after it.
     *
     * @throws IllegalArgumentException when methods do not fit their annotations; names every one of them
     * @throws IllegalStateException after {@link #close}
     */
    public Registration register(Object handler) {
        List<HandlerMethod> listeners = new ArrayList<>();
        List<Scheduled> schedules = new ArrayList<>();
        HandlerReader.read(handler).forEach((method, rules) -> {
            HandlerMethod own = new HandlerMethod(plugin, messages, handler, method);
            rules.schedule()
                    .ifPresentOrElse(
                            when -> schedules.add(registry.schedule(own, when, scheduler)), () -> listeners.add(own));
        });
        Registered registered = new Registered(List.copyOf(listeners), List.copyOf(schedules));
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("Plugin " + plugin + " is stopped and can register nothing more");
            }
            handlers.add(registered);
            if (published) {
                schedules.forEach(Scheduled::start);
            }
        }
        return () -> {
            handlers.remove(registered);
            schedules.forEach(Scheduled::close);
        };
    }

    /**
     * Puts all of it to work; what it replaces is gone in the same moment: no event is told to neither or both.
     *
     * @param others puts to work what belongs to it, in the same moment too; when it throws all is as it was
     */
    public void publish(Optional<PluginListeners> replaced, Runnable others) {
        registry.publish(this, replaced, others);
        replaced.ifPresent(PluginListeners::close);
        synchronized (this) {
            published = true;
            if (!closed) {
                handlers.forEach(handler -> handler.schedules().forEach(Scheduled::start));
            }
        }
    }

    /** Removes all of it; what waits to be run is forgotten. */
    @Override
    public void close() {
        registry.remove(this);
        synchronized (this) {
            closed = true;
            handlers.forEach(handler -> handler.schedules().forEach(Scheduled::close));
            handlers.clear();
        }
    }

    /** The runs that an event asks for; each looks again whether its handler is still there. */
    List<Runnable> calls(ListenedRoom room, Object event) {
        List<Runnable> calls = new ArrayList<>();
        for (Registered handler : handlers) {
            for (HandlerMethod listener : handler.listeners()) {
                if (listener.hears(event)) {
                    calls.add(() -> {
                        if (handlers.contains(handler)) {
                            listener.run(room, event);
                        }
                    });
                }
            }
        }
        return calls;
    }
}

package dev.odinbot.listener;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.text.Messages;
import dev.odinbot.signature.ScheduleSignature;
import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The listeners and schedules of all plugins, and the rooms they are for. Any thread. */
@Singleton
public final class ListenerRegistry {

    private final Timers timers;
    private final Clock clock;
    private final Set<ListenedRoom> rooms = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock publishing = new ReentrantReadWriteLock();

    @GuardedBy("publishing")
    private List<PluginListeners> published = List.of();

    @Inject
    public ListenerRegistry(Timers timers, Clock clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /** A place for what one load of a plugin registers; nothing of it is at work before it is published. */
    public PluginListeners open(String plugin, Messages messages, Scheduler scheduler) {
        return new PluginListeners(this, plugin, messages, scheduler);
    }

    /** From now on schedules run for this room too, until it is closed. */
    public Registration enter(ListenedRoom room) {
        rooms.add(room);
        return () -> rooms.remove(room);
    }

    /**
     * What to run, one after the other, because of something that happened in {@code room}; in the order in which plugins came. Waits
     * while a plugin is published, which is short.
     *
     * @param event a {@link dev.odinbot.api.room.RoomEvent}, {@link dev.odinbot.api.room.ChatMessage} or {@link
     *     dev.odinbot.api.audio.TrackEvent}
     */
    public List<Runnable> calls(ListenedRoom room, Object event) {
        return published().stream()
                .flatMap(plugin -> plugin.calls(room, event).stream())
                .toList();
    }

    private List<PluginListeners> published() {
        publishing.readLock().lock();
        try {
            return published;
        } finally {
            publishing.readLock().unlock();
        }
    }

    Scheduled schedule(HandlerMethod method, ScheduleSignature when, Scheduler scheduler) {
        return new Scheduled(method, when, scheduler, () -> rooms, timers, clock);
    }

    /** @param others what is published in the same moment: whoever has met it finds {@code fresh}; nothing is when that throws */
    void publish(PluginListeners fresh, Optional<PluginListeners> replaced, Runnable others) {
        publishing.writeLock().lock();
        try {
            others.run();
            List<PluginListeners> all = new ArrayList<>(published);
            int place = replaced.map(all::indexOf).orElse(-1);
            if (place < 0) {
                all.add(fresh);
            } else {
                all.set(place, fresh);
            }
            published = List.copyOf(all);
        } finally {
            publishing.writeLock().unlock();
        }
    }

    void remove(PluginListeners gone) {
        publishing.writeLock().lock();
        try {
            published = published.stream().filter(plugin -> plugin != gone).toList();
        } finally {
            publishing.writeLock().unlock();
        }
    }
}

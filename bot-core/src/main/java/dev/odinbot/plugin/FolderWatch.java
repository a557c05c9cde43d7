package dev.odinbot.plugin;

import dev.odinbot.time.Timers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Sees which jars of the folder have changed and been still since. It looks again and again instead of being told by the system, which
 * network folders and containers do not do; a look at a folder of some files costs nothing.
 */
final class FolderWatch implements AutoCloseable {

    private final PluginFolder folder;
    private final Timers timers;
    private final Duration period;
    private final Executor control;
    private final Consumer<Set<String>> changed;
    private final AtomicBoolean looking = new AtomicBoolean();
    private Map<String, Print> settled = new HashMap<>();
    private Map<String, Print> before = new HashMap<>();
    private volatile Optional<Timers.Timer> timer = Optional.empty();

    /** What tells one state of a file from another without reading it. */
    private record Print(long bytes, long modified, Optional<Object> key) {}

    /**
     * @param still how long a file must not have changed
     * @param control where the folder is looked at, and {@code changed} told the names
     */
    FolderWatch(PluginFolder folder, Timers timers, Duration still, Executor control, Consumer<Set<String>> changed) {
        this.folder = folder;
        this.timers = timers;
        period = still; // the same at two looks
        this.control = control;
        this.changed = changed;
    }

    /** From here on; on the control thread. What is in the folder now is not told. */
    void start() {
        settled = prints();
        before = settled;
        timer = Optional.of(timers.every(period, this::hand));
    }

    private void hand() {
        if (!looking.compareAndSet(false, true)) {
            return; // the control thread is busy, with a plugin that takes its time to start
        }
        try {
            control.execute(() -> {
                looking.set(false);
                look();
            });
        } catch (RejectedExecutionException e) {
            close();
        }
    }

    private void look() {
        Map<String, Print> now = prints();
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(settled.keySet());
        names.removeIf(name -> !stillDifferent(name, now));
        before = now;
        if (!names.isEmpty()) {
            names.forEach(name -> settle(name, now));
            changed.accept(names);
        }
    }

    private boolean stillDifferent(String name, Map<String, Print> now) {
        return Objects.equals(now.get(name), before.get(name)) && !Objects.equals(now.get(name), settled.get(name));
    }

    private void settle(String name, Map<String, Print> now) {
        Print print = now.get(name);
        if (print == null) {
            settled.remove(name);
        } else {
            settled.put(name, print);
        }
    }

    private Map<String, Print> prints() {
        Map<String, Print> prints = new HashMap<>();
        folder.files().forEach(file -> print(folder.path(file)).ifPresent(print -> prints.put(file, print)));
        return prints;
    }

    private static Optional<Print> print(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Print(
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis(),
                    Optional.ofNullable(attributes.fileKey())));
        } catch (IOException e) {
            return Optional.empty(); // gone between the two looks
        }
    }

    @Override
    public void close() {
        timer.ifPresent(Timers.Timer::cancel);
    }
}

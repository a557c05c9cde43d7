package dev.odinbot.testing;

import com.google.inject.Guice;
import dev.odinbot.api.storage.Row;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.plugin.PluginStorage;
import dev.odinbot.store.StoreConfig;
import dev.odinbot.store.StoreModule;
import dev.odinbot.time.TimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What plugins keep; it outlasts their stop, as the real one does. Keys are in memory, tables in a real database: one for all tests of a
 * JVM, opened when the first of them wants a table, with other tables for each test.
 */
final class FakeStorage {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final Map<String, FakeKeyValueStore> keys = new ConcurrentHashMap<>();
    private final String test = "t" + TESTS.incrementAndGet();

    FakeKeyValueStore keys(String plugin) {
        return keys.computeIfAbsent(plugin, id -> new FakeKeyValueStore());
    }

    Tables tables(String plugin) {
        return new LateTables(test + "-" + plugin);
    }

    private static final class SharedDatabase {
        private static final PluginStorage STORAGE = open();

        private static PluginStorage open() {
            try {
                Path folder = Files.createTempDirectory("odin-bot-test-kit");
                Path file = folder.resolve("test-kit.db");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return Guice.createInjector(
                                new StoreModule(),
                                new TimeModule(),
                                binder -> binder.bind(StoreConfig.class)
                                        .toInstance(new StoreConfig("jdbc:sqlite:" + file, "", "", 1)))
                        .getInstance(PluginStorage.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> file.toFile().delete());
                Files.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record LateTables(String id) implements Tables {

        private Tables real() {
            return SharedDatabase.STORAGE.tables(id);
        }

        @Override
        public CompletionStage<Void> migrate(List<String> versions) {
            return real().migrate(versions);
        }

        @Override
        public CompletionStage<Integer> update(String statement, Object... values) {
            return real().update(statement, values);
        }

        @Override
        public CompletionStage<List<Row>> query(String statement, Object... values) {
            return real().query(statement, values);
        }
    }
}

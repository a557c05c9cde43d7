package dev.odinbot.store;

import static dev.odinbot.store.Stores.await;
import static dev.odinbot.store.Stores.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.odinbot.api.room.UserId;
import dev.odinbot.testing.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is full, or read only. Where it may not be mounted, these tests do not run. */
class SmallDiskTest {

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()), "may mount");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private StoreConfig config() {
        return new StoreConfig("", "", "", 2).beside(disk);
    }

    @Test
    void fullDisk_losesNothing_andWorksAgainWhenThereIsRoom() throws Exception {
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[400_000]);
        int stored = 0;
        try (Stores stores = new Stores(config())) {
            while (stores.keys("a")
                    .put("k" + stored, "v".repeat(20_000))
                    .handle((done, fault) -> fault == null)
                    .toCompletableFuture()
                    .join()) {
                stored++;
            }
            assertThat(fault(stores.keys("a").put("more", "v".repeat(20_000))))
                    .hasMessageStartingWith("The disk is full: " + disk.resolve("odin-bot.db") + " cannot grow.");
            assertThat(await(stores.keys("a").all(""))).hasSize(stored);

            Files.delete(ballast);
            await(stores.keys("a").put("more", "v".repeat(20_000)));
        }
        try (Stores stores = new Stores(config())) {
            assertThat(await(stores.keys("a").all(""))).hasSize(stored + 1);
        }
    }

    @Test
    void readOnlyFolder_isReported_andWorksAgainWhenItIsNot() throws Exception {
        try (Stores stores = new Stores(config())) {
            await(stores.permissions.save(new UserId("ann"), List.of("owner")));
        }
        assumeTrue(run("mount", "-o", "remount,ro", disk.toString()));
        try (Stores stores = new Stores(config())) {
            String log = CapturedLog.of(() -> stores.permissions.load());
            assertThat(log)
                    .contains("Let the bot's user write the file and its folder, or set storage.url to another place.")
                    .contains("The stored permissions cannot be read");
            assumeTrue(run("mount", "-o", "remount,rw", disk.toString()));
            stores.ticker.advance(Duration.ofSeconds(6));
            await(stores.keys("a").put("k", "v"));
        }
        try (Stores stores = new Stores(config())) {
            assertThat(stores.permissions.load().groupsByUser()).containsEntry(new UserId("ann"), List.of("owner"));
        }
    }

    @Test
    void readOnlyFolder_withoutAFileYet_isReported() throws Exception {
        assumeTrue(run("mount", "-o", "remount,ro", disk.toString()));
        try (Stores stores = new Stores(config())) {
            assertThat(fault(stores.keys("a").put("k", "v")))
                    .hasMessageContaining(disk.resolve("odin-bot.db") + " cannot be ")
                    .hasMessageEndingWith(
                            "Let the bot's user write the file and its folder, or set storage.url to another place.");
        }
    }
}

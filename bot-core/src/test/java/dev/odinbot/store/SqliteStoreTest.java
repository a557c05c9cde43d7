package dev.odinbot.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

    @TempDir
    private Path folder;

    @Override
    StoreConfig config() {
        return new StoreConfig("", "", "", 4).beside(folder);
    }
}

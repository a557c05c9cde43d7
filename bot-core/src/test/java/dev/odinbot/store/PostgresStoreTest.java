package dev.odinbot.store;

import static dev.odinbot.store.Stores.fault;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {

    private final StoreConfig config = PostgresServer.database();

    @Override
    StoreConfig config() {
        return config;
    }

    @Test
    void database_thatDoesNotExist_isReported() {
        try (Stores stores = new Stores(new StoreConfig(config.url() + "x", "postgres", "", 1))) {
            assertThat(fault(stores.keys("a").get("k")))
                    .hasMessageStartingWith(config.place() + "x does not exist (")
                    .hasMessageEndingWith("Create the database, or correct storage.url.");
        }
    }

    @Test
    void user_whoIsNotLetIn_isReported() {
        StoreConfig stranger = new StoreConfig(config.url(), "stranger", "secret-word", 1);
        try (Stores stores = new Stores(stranger)) {
            assertThat(fault(stores.keys("a").get("k")))
                    .hasMessageContaining(" does not let the bot in (")
                    .hasMessageEndingWith("Correct storage.user, storage.password or the rights there.")
                    .hasMessageNotContaining("secret-word");
        }
    }
}

package dev.odinbot.store;

class PostgresStoreTest extends StoreContract {

    private final StoreConfig config = PostgresServer.database();

    @Override
    StoreConfig config() {
        return config;
    }
}

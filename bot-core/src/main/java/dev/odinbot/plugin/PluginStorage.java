package dev.odinbot.plugin;

import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Tables;
import java.util.concurrent.CompletionStage;

/** Where plugins keep what is theirs, each by its id; {@code store} implements it. Any thread. */
public interface PluginStorage {

    KeyValueStore keys(String plugin);

    Tables tables(String plugin);

    /** Removes all of it for good; completes in any case, with the number of tables and keys that were removed. */
    CompletionStage<Integer> purge(String plugin);
}

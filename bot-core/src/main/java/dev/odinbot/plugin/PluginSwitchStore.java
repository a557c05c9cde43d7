package dev.odinbot.plugin;

import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Keeps which plugins an operator has switched off. */
public interface PluginSwitchStore {

    /** Ids of those that are off; waits for the database. Called once, at start, on the control thread. */
    Set<String> disabled();

    /**
     * Completes in any case, whatever the database does: exceptionally with a {@link dev.odinbot.api.storage.StorageException} when it
     * could not be kept.
     */
    CompletionStage<Void> save(String plugin, boolean disabled);
}

package dev.odinbot.store;

import dev.odinbot.plugin.PluginSwitchStore;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The plugins that are off; the others have no row. */
final class SqlPluginSwitches implements PluginSwitchStore {

    private final Remembered rows;

    @Inject
    SqlPluginSwitches(Database database) {
        rows = new Remembered(database.lane(), "switches of plugins");
    }

    @Override
    public Set<String> disabled() {
        return rows.load(
                Set.of(),
                handle -> Set.copyOf(handle.createQuery("select plugin from plugin_switch")
                        .mapTo(String.class)
                        .list()));
    }

    @Override
    public CompletionStage<Void> save(String plugin, boolean disabled) {
        return rows.save(handle -> handle.execute(
                disabled
                        ? "insert into plugin_switch (plugin) values (?) on conflict (plugin) do nothing"
                        : "delete from plugin_switch where plugin = ?",
                plugin));
    }
}

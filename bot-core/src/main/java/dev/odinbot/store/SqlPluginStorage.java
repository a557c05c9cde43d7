package dev.odinbot.store;

import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.plugin.PluginStorage;
import jakarta.inject.Inject;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** What plugins keep: rows of one table for their keys, tables of their own names. */
final class SqlPluginStorage implements PluginStorage {

    private final Database database;

    @Inject
    SqlPluginStorage(Database database) {
        this.database = database;
    }

    @Override
    public KeyValueStore keys(String plugin) {
        return new SqlKeys(plugin, database.lane(plugin));
    }

    @Override
    public Tables tables(String plugin) {
        return new SqlTables(
                new TableNames(plugin), database.lane(plugin), database.vendor(), database.statementLimit());
    }

    @Override
    public CompletionStage<Integer> purge(String plugin) {
        TableNames names = new TableNames(plugin);
        return database.lane(plugin).submit(Access.WRITE, 0, handle -> {
            List<String> views = own(handle, names, "VIEW");
            List<String> tables = own(handle, names, "TABLE");
            database.vendor().drop(handle, views, tables);
            handle.execute("delete from plugin_version where plugin = ?", plugin);
            return tables.size() + handle.execute("delete from plugin_key where plugin = ?", plugin);
        });
    }

    /** Quoted. */
    private static List<String> own(Handle handle, TableNames names, String kind) throws SQLException {
        DatabaseMetaData all = handle.getConnection().getMetaData();
        List<String> own = new ArrayList<>();
        try (ResultSet tables = all.getTables(null, handle.getConnection().getSchema(), "%", new String[] {kind})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (name.startsWith(names.prefix())) {
                    own.add('"' + name + '"');
                }
            }
        }
        return own;
    }
}

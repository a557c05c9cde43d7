package dev.odinbot.store;

import com.google.common.hash.Hashing;
import dev.odinbot.api.storage.Row;
import dev.odinbot.api.storage.Tables;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One plugin's tables. Its statements go to the driver as they are: no other syntax than the database's. */
final class SqlTables implements Tables {

    private final TableNames names;
    private final Lane lane;
    private final Vendor vendor;
    private final Duration limit;

    /** @param limit how long a statement may run; those of a migration take the time that they need */
    SqlTables(TableNames names, Lane lane, Vendor vendor, Duration limit) {
        this.names = names;
        this.lane = lane;
        this.vendor = vendor;
        this.limit = limit;
    }

    @Override
    public CompletionStage<Void> migrate(List<String> versions) {
        List<PluginStatement> statements;
        try {
            statements = versions.stream()
                    .map(version -> PluginStatement.of(version, names))
                    .toList();
        } catch (RefusedStatement e) {
            return Lane.refused(String.valueOf(e.getMessage()));
        }
        List<String> digests = versions.stream().map(SqlTables::digest).toList();
        return lane.submit(Access.WRITE, 0, handle -> {
                    run(handle, statements, digests);
                    return true;
                })
                .thenAccept(done -> {});
    }

    private void run(Handle handle, List<PluginStatement> statements, List<String> digests) throws SQLException {
        List<String> ran = handle.select(
                        "select digest from plugin_version where plugin = ? order by version", names.plugin())
                .mapTo(String.class)
                .list();
        for (int i = 0; i < statements.size(); i++) {
            if (i >= ran.size()) {
                try (PreparedStatement statement = handle.getConnection()
                        .prepareStatement(statements.get(i).sql())) {
                    statement.execute();
                }
                handle.execute(
                        "insert into plugin_version (plugin, version, digest) values (?, ?, ?)",
                        names.plugin(),
                        i + 1,
                        digests.get(i));
            } else if (!ran.get(i).equals(digests.get(i))) {
                throw new RefusedStatement("Version " + (i + 1) + " of the tables of plugin " + names.plugin()
                        + " is not what was run here before. Put the old statement back, and add a version that changes what"
                        + " it made");
            }
        }
    }

    private static String digest(String version) {
        return Hashing.sha256().hashString(version, StandardCharsets.UTF_8).toString();
    }

    @Override
    public CompletionStage<Integer> update(String statement, @Nullable Object... values) {
        return submit(statement, values, Access.WRITE, PreparedStatement::executeUpdate);
    }

    @Override
    public CompletionStage<List<Row>> query(String statement, @Nullable Object... values) {
        return submit(statement, values, Access.READ, Values::rows);
    }

    private <T> CompletionStage<T> submit(
            String statement, @Nullable Object[] values, Access least, Execution<T> execution) {
        PluginStatement own;
        @Nullable Object[] given = values.clone();
        try {
            own = PluginStatement.of(statement, names);
            Values.check(given);
        } catch (RefusedStatement e) {
            return Lane.refused(String.valueOf(e.getMessage()));
        }
        Access access = least == Access.WRITE ? least : own.access();
        return lane.submit(access, Values.chars(given), handle -> {
            try (PreparedStatement prepared = handle.getConnection().prepareStatement(own.sql())) {
                Values.bind(prepared, given);
                return vendor.within(limit, prepared, execution);
            }
        });
    }
}

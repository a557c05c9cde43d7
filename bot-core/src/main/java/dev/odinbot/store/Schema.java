package dev.odinbot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.Flyway;

/** The tables of the bot itself, by the statements in {@code db/migration}. */
final class Schema {

    /** Version of the last file in {@code db/migration}. */
    static final int NEWEST = 1;

    /** All of them, which are not for plugins. */
    static final Set<String> TABLES = Set.of(
            "odinbot_schema",
            "permission_group",
            "permission_group_entry",
            "permission_user",
            "plugin_switch",
            "plugin_key",
            "plugin_version",
            "room_setting");

    private static final String HISTORY = "odinbot_schema";

    private Schema() {}

    /** Asks first whether there is anything to do: Flyway takes half a second to find out. */
    static void bringUpToDate(Vendor vendor) throws SQLException {
        int version = version(vendor);
        if (version > NEWEST) {
            throw new TroubleException(new Trouble(
                    vendor.place() + " was written by a newer version of the bot (" + version + ", this one knows "
                            + NEWEST + ")",
                    "Use that version, or a backup from before."));
        }
        if (version < NEWEST) {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(vendor.dataSource())
                    .locations("classpath:db/migration")
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        }
    }

    private static int version(Vendor vendor) throws SQLException {
        try (Connection connection = vendor.dataSource().getConnection()) {
            try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
                if (!tables.next()) {
                    return 0;
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet versions = statement.executeQuery(
                            "select max(cast(version as integer)) from " + HISTORY + " where success")) {
                return versions.next() ? versions.getInt(1) : 0;
            }
        }
    }
}

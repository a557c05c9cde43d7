package dev.odinbot.store;

import dev.odinbot.api.storage.Row;
import dev.odinbot.api.storage.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values on their way into a plugin's statement and out of its answer. */
final class Values {

    private Values() {}

    /** @throws RefusedStatement when a value is of a kind that is not stored */
    static void check(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            boolean known = value == null
                    || value instanceof String
                    || value instanceof Boolean
                    || value instanceof Instant
                    || value instanceof Long
                    || value instanceof Integer
                    || value instanceof Short
                    || value instanceof Byte
                    || value instanceof Double
                    || value instanceof Float;
            if (!known) {
                throw new RefusedStatement(
                        "Value " + (i + 1) + " is a " + value.getClass().getName()
                                + ": give a text, a whole or decimal number, a boolean, an Instant or null");
            }
            if (value instanceof String text && !StorableText.is(text)) {
                throw new RefusedStatement(StorableText.REFUSAL);
            }
        }
    }

    static int chars(@Nullable Object[] values) {
        int chars = 0;
        for (Object value : values) {
            chars += value instanceof String text ? text.length() : 0;
        }
        return chars;
    }

    static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else if (value instanceof Instant instant) {
                statement.setLong(i + 1, instant.toEpochMilli());
            } else if (value instanceof Float decimal) {
                statement.setDouble(i + 1, decimal);
            } else if (value instanceof Short || value instanceof Byte) {
                statement.setInt(i + 1, ((Number) value).intValue());
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** @throws RefusedStatement when there are too many */
    static List<Row> rows(PreparedStatement query) throws SQLException {
        query.setMaxRows(Tables.MAX_ROWS + 1); // PostgreSQL's driver would keep all of them in memory
        ResultSet answer = query.executeQuery();
        ResultSetMetaData columns = answer.getMetaData();
        List<Row> rows = new ArrayList<>();
        while (answer.next()) {
            if (rows.size() == Tables.MAX_ROWS) {
                throw new RefusedStatement("The query has more than " + Tables.MAX_ROWS
                        + " rows. Ask for a part of them: end it with limit, or let the database count and sum");
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnLabel(i), plain(columns.getColumnLabel(i), answer.getObject(i)));
            }
            rows.add(new Row(row));
        }
        return List.copyOf(rows);
    }

    private static @Nullable Object plain(String column, @Nullable Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        if (value instanceof Number decimal) {
            return decimal.doubleValue();
        }
        if (value instanceof byte[]) {
            throw new RefusedStatement("Column " + column
                    + " holds bytes, which a row cannot show; store them as text, for instance in Base64");
        }
        return value == null || value instanceof Boolean ? value : value.toString();
    }
}

package dev.odinbot.api.storage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a query's answer, by column name; case does not matter. Immutable.
 *
 * <p>The accessors for one type throw {@link NoSuchElementException} when there is no such column or it is null, and
 * {@link ClassCastException} when it holds something else.
 */
public final class Row {

    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    /** @param columns name and value; a value is a String, a Long, a Double, a Boolean or null */
    public Row(Map<String, ? extends @Nullable Object> columns) {
        columns.forEach((name, value) -> this.columns.put(fold(name), value));
    }

    /** {@return the text in a column} */
    public String text(String column) {
        return (String) value(column);
    }

    /** {@return the whole number in a column} */
    public long number(String column) {
        return ((Number) value(column)).longValue();
    }

    /** {@return the number in a column} */
    public double decimal(String column) {
        return ((Number) value(column)).doubleValue();
    }

    /** A boolean; also of a database that keeps it as 0 or 1. */
    public boolean flag(String column) {
        Object value = value(column);
        return value instanceof Number number ? number.longValue() != 0 : (Boolean) value;
    }

    /** A point in time, of a column of whole numbers that an {@link Instant} was put into: it is kept in milliseconds. */
    public Instant instant(String column) {
        return Instant.ofEpochMilli(number(column));
    }

    /** {@return whether there is nothing in a column} */
    public boolean isNull(String column) {
        if (!columns.containsKey(fold(column))) {
            throw new NoSuchElementException("There is no column " + column + " in " + columns.keySet());
        }
        return columns.get(fold(column)) == null;
    }

    private Object value(String column) {
        if (isNull(column)) {
            throw new NoSuchElementException("Column " + column + " is null");
        }
        return Objects.requireNonNull(columns.get(fold(column)));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}

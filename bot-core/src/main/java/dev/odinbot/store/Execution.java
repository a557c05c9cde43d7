package dev.odinbot.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What is done with a statement that has its values: running it, and reading what it answers. */
interface Execution<T> {
    T run(PreparedStatement statement) throws SQLException;
}

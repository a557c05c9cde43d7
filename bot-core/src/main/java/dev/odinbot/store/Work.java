package dev.odinbot.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Something to do with a connection of the pool, on a thread of the store. */
interface Work<T> {
    T with(Handle handle) throws SQLException;
}

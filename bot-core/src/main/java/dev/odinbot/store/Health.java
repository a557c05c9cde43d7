package dev.odinbot.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.odinbot.api.storage.StorageException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts faults into words, and tells the log when trouble begins and when it is over, rather than at each write. Any thread. */
final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final Vendor vendor;

    @GuardedBy("this")
    private String trouble = "";

    @GuardedBy("this")
    private Access troubled = Access.READ;

    Health(Vendor vendor) {
        this.vendor = vendor;
    }

    /** What the asker is told; what is the asker's own mistake is nobody else's trouble. */
    StorageException failed(Access access, Throwable fault) {
        SQLException cause = sql(fault);
        Trouble found;
        if (cause == null) {
            found = new Trouble("The database failed (" + fault + ")", "This is a fault of the bot: report it.");
        } else if (cause instanceof TroubleException known) {
            found = known.trouble();
        } else {
            found = vendor.trouble(cause);
        }
        if (found == null) {
            return new StorageException(
                    "The database refused the statement: "
                            + Objects.requireNonNull(cause).getMessage(),
                    fault);
        }
        begin(access, found);
        return new StorageException(found.toString(), fault);
    }

    private synchronized void begin(Access access, Trouble found) {
        if (!trouble.equals(found.remedy())) {
            trouble = found.remedy(); // the rest of the words may change from one write to the next
            troubled = access;
            LOG.error("{} The bot goes on; what it cannot store is told to who asked for it.", found);
        }
    }

    /** Reading works on a full disk too, so that only a write shows that writing works again. */
    synchronized void fine(Access access) {
        if (!trouble.isEmpty() && (troubled == Access.READ || access == Access.WRITE)) {
            trouble = "";
            LOG.info("The database works again: {}", vendor.place());
        }
    }

    private static @Nullable SQLException sql(Throwable fault) {
        SQLException deepest = null;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                deepest = sql;
            }
        }
        return deepest;
    }
}

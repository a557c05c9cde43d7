package dev.odinbot.permission;

import dev.odinbot.api.room.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Keeps what was granted at run time. Writes return at once and complete when they are stored, in the order in which they were asked
 * for; exceptionally with a {@link dev.odinbot.api.storage.StorageException}.
 */
public interface PermissionStore {

    record StoredGroup(String name, List<String> inherits, List<String> permissions) {}

    record Stored(List<StoredGroup> groups, Map<UserId, List<String>> groupsByUser) {}

    /** All there is; waits for the database. Called once, at start, on the control thread. Empty when it cannot be read, which is reported. */
    Stored load();

    /** Sets or replaces a group. */
    CompletionStage<Void> save(StoredGroup group);

    /** Removes a group and everybody from it. */
    CompletionStage<Void> delete(String group);

    /** Sets the groups of a user; empty = none. */
    CompletionStage<Void> save(UserId user, List<String> groups);
}

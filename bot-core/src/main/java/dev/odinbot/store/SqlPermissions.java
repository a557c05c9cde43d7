package dev.odinbot.store;

import dev.odinbot.api.room.UserId;
import dev.odinbot.permission.PermissionStore;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Groups and who is in them; lists keep their order. */
final class SqlPermissions implements PermissionStore {

    private static final String INHERITS = "inherits";
    private static final String ALLOWS = "allows";

    private final Remembered rows;

    @Inject
    SqlPermissions(Database database) {
        rows = new Remembered(database.lane(), "permissions");
    }

    record Entry(String groupName, String kind, String entry) {}

    record Membership(String userId, String groupName) {}

    @Override
    public Stored load() {
        return rows.load(new Stored(List.of(), Map.of()), handle -> new Stored(groups(handle), memberships(handle)));
    }

    private static List<StoredGroup> groups(Handle handle) {
        Map<String, StoredGroup> groups = new LinkedHashMap<>();
        handle.createQuery("select name from permission_group order by name")
                .mapTo(String.class)
                .forEach(name -> groups.put(name, new StoredGroup(name, new ArrayList<>(), new ArrayList<>())));
        handle.createQuery("select group_name, kind, entry from permission_group_entry order by position")
                .map(ConstructorMapper.of(Entry.class))
                .forEach(entry -> {
                    StoredGroup group = groups.get(entry.groupName());
                    if (group != null) {
                        (entry.kind().equals(INHERITS) ? group.inherits() : group.permissions()).add(entry.entry());
                    }
                });
        return List.copyOf(groups.values());
    }

    private static Map<UserId, List<String>> memberships(Handle handle) {
        Map<UserId, List<String>> groups = new LinkedHashMap<>();
        handle.createQuery("select user_id, group_name from permission_user order by user_id, position")
                .map(ConstructorMapper.of(Membership.class))
                .forEach(row -> groups.computeIfAbsent(new UserId(row.userId()), user -> new ArrayList<>())
                        .add(row.groupName()));
        return groups;
    }

    @Override
    public CompletionStage<Void> save(StoredGroup group) {
        List<String> inherits = List.copyOf(group.inherits());
        List<String> permissions = List.copyOf(group.permissions());
        return rows.save(handle -> {
            handle.execute(
                    "insert into permission_group (name) values (?) on conflict (name) do nothing", group.name());
            handle.execute("delete from permission_group_entry where group_name = ?", group.name());
            insert(handle, group.name(), INHERITS, inherits);
            insert(handle, group.name(), ALLOWS, permissions);
            return true;
        });
    }

    private static void insert(Handle handle, String group, String kind, List<String> entries) {
        for (int i = 0; i < entries.size(); i++) {
            handle.execute(
                    "insert into permission_group_entry (group_name, kind, position, entry) values (?, ?, ?, ?)",
                    group,
                    kind,
                    i,
                    entries.get(i));
        }
    }

    @Override
    public CompletionStage<Void> delete(String group) {
        return rows.save(handle -> {
            handle.execute("delete from permission_user where group_name = ?", group);
            return handle.execute("delete from permission_group where name = ?", group);
        });
    }

    @Override
    public CompletionStage<Void> save(UserId user, List<String> groups) {
        List<String> names = List.copyOf(groups);
        return rows.save(handle -> {
            handle.execute("delete from permission_user where user_id = ?", user.value());
            for (int i = 0; i < names.size(); i++) {
                handle.execute(
                        "insert into permission_user (user_id, position, group_name) values (?, ?, ?)",
                        user.value(),
                        i,
                        names.get(i));
            }
            return true;
        });
    }
}

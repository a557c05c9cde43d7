package dev.odinbot.permission;

import dev.odinbot.api.room.UserId;
import dev.odinbot.permission.PermissionStore.Stored;
import dev.odinbot.permission.PermissionStore.StoredGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was granted at run time; immutable. */
record Granted(Map<String, StoredGroup> groups, Map<UserId, List<String>> users) {

    static Granted of(Stored stored) {
        return new Granted(
                stored.groups().stream()
                        .collect(Collectors.toUnmodifiableMap(StoredGroup::name, Function.identity(), (a, b) -> b)),
                Map.copyOf(stored.groupsByUser()));
    }

    StoredGroup group(String name) {
        return groups.getOrDefault(name, new StoredGroup(name, List.of(), List.of()));
    }

    List<String> groupsOf(UserId user) {
        return users.getOrDefault(user, List.of());
    }

    Granted with(StoredGroup group) {
        Map<String, StoredGroup> changed = new HashMap<>(groups);
        changed.put(group.name(), group);
        return new Granted(Map.copyOf(changed), users);
    }

    /** Nobody is in it any more. */
    Granted without(String group) {
        Map<String, StoredGroup> changed = new HashMap<>(groups);
        changed.remove(group);
        Map<UserId, List<String>> members = new HashMap<>(users);
        members.replaceAll((user, names) ->
                names.stream().filter(name -> !name.equals(group)).toList());
        members.values().removeIf(List::isEmpty);
        return new Granted(Map.copyOf(changed), Map.copyOf(members));
    }

    Granted with(UserId user, List<String> names) {
        Map<UserId, List<String>> changed = new HashMap<>(users);
        if (names.isEmpty()) {
            changed.remove(user);
        } else {
            changed.put(user, List.copyOf(names));
        }
        return new Granted(groups, Map.copyOf(changed));
    }
}

package dev.odinbot.permission;

import dev.odinbot.api.admin.Permissions.Group;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.room.UserId;
import dev.odinbot.permission.PermissionStore.StoredGroup;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that holds at one moment, with every answer prepared; immutable.
 *
 * @param groups by name
 * @param groupsByUser sorted; only groups that there are, without everyone
 * @param standings of the users with groups
 * @param stranger what everybody else may do
 */
record PermissionTable(
        SortedMap<String, Group> groups,
        Map<UserId, List<String>> groupsByUser,
        Map<UserId, Standing> standings,
        Standing stranger) {

    /** Those that are there by themselves. */
    static final Map<String, StoredGroup> BUILT_IN = Map.of(
            Permission.EVERYONE, new StoredGroup(Permission.EVERYONE, List.of(), List.of()),
            Permission.MODERATOR, new StoredGroup(Permission.MODERATOR, List.of(Permission.EVERYONE), List.of()),
            Permission.OWNER, new StoredGroup(Permission.OWNER, List.of(Permission.MODERATOR), List.of("*")));

    static PermissionTable of(PermissionConfig config, Granted granted) {
        SortedMap<String, Group> groups = groups(config, granted);
        Map<UserId, List<String>> groupsByUser = new HashMap<>();
        config.users().keySet().stream()
                .map(UserId::new)
                .forEach(user -> groupsByUser.put(user, known(config.groupsOf(user), groups)));
        granted.users()
                .forEach((user, names) -> groupsByUser.merge(user, known(names, groups), PermissionTable::union));
        groupsByUser.values().removeIf(List::isEmpty);
        Map<List<String>, Standing> byGroups = new HashMap<>();
        Map<UserId, Standing> standings = new HashMap<>();
        groupsByUser.forEach((user, names) ->
                standings.put(user, byGroups.computeIfAbsent(names, own -> Standing.of(own, groups))));
        return new PermissionTable(
                Collections.unmodifiableSortedMap(groups),
                Map.copyOf(groupsByUser),
                Map.copyOf(standings),
                Standing.of(List.of(), groups));
    }

    private static SortedMap<String, Group> groups(PermissionConfig config, Granted granted) {
        SortedMap<String, Group> groups = new TreeMap<>();
        BUILT_IN.values().forEach(group -> groups.put(group.name(), group(group, List.of(), List.of(), false)));
        granted.groups()
                .values()
                .forEach(own ->
                        groups.put(own.name(), group(builtIn(own.name()), own.inherits(), own.permissions(), false)));
        config.groups().forEach((given, own) -> {
            String name = PermissionConfig.fold(given);
            groups.put(
                    name,
                    group(
                            builtIn(name),
                            own.inherits().stream().map(PermissionConfig::fold).toList(),
                            own.permissions().stream()
                                    .map(PermissionConfig::fold)
                                    .toList(),
                            true));
        });
        return groups;
    }

    private static StoredGroup builtIn(String name) {
        return BUILT_IN.getOrDefault(name, new StoredGroup(name, List.of(), List.of()));
    }

    private static Group group(StoredGroup base, List<String> inherits, List<String> permissions, boolean fixed) {
        return new Group(base.name(), join(base.inherits(), inherits), join(base.permissions(), permissions), fixed);
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    private static List<String> union(List<String> first, List<String> second) {
        return List.copyOf(new TreeSet<>(join(first, second)));
    }

    private static List<String> known(List<String> names, Map<String, Group> groups) {
        return names.stream()
                .filter(name -> groups.containsKey(name) && !name.equals(Permission.EVERYONE))
                .distinct()
                .sorted()
                .toList();
    }

    Standing standing(UserId user) {
        return standings.getOrDefault(user, stranger);
    }
}

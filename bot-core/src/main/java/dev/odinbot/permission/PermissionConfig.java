package dev.odinbot.permission;

import dev.odinbot.api.Default;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.room.UserId;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;
import dev.odinbot.config.Nearest;
import dev.odinbot.signature.Names;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The section {@code permissions}: what only the file can change.
 *
 * @param groups by name; case does not matter
 * @param users the groups of users, by user id
 */
public record PermissionConfig(
        @Default("{}") Map<String, GroupConfig> groups,
        @Default("{}") Map<String, List<String>> users) implements Checked {

    public static final PermissionConfig NONE = new PermissionConfig(Map.of(), Map.of());

    static final Pattern GROUP = Pattern.compile("(?=.{1,40}$)" + Names.WORD);

    /**
     * @param inherits names of groups
     * @param permissions each with a dash before it to take it away
     */
    public record GroupConfig(
            @Default("[]") List<String> inherits,
            @Default("[]") List<String> permissions) {}

    @Override
    public void check(Faults faults) {
        Map<String, List<String>> inherits = inheritance();
        Map<String, String> firstByName = new HashMap<>();
        groups.forEach((name, group) -> {
            Faults here = faults.at("groups").at(name);
            if (!GROUP.matcher(name).matches()) {
                here.add("this is no name of a group", "Use up to 40 letters, digits, - and _.");
            }
            String first = firstByName.putIfAbsent(fold(name), name);
            if (first != null) {
                here.add("this group is already there as \"" + first + "\"", "Remove one of the two.");
            }
            checkGroups(group.inherits(), here.at("inherits"), inherits);
            for (int i = 0; i < group.permissions().size(); i++) {
                if (!Statements.wellFormed(group.permissions().get(i))) {
                    here.at("permissions")
                            .at(i)
                            .add(
                                    "this is no permission",
                                    "Write for instance music.play, music.* or \"*\", with a dash before it to take it away.");
                } else if (fold(name).equals(Permission.OWNER)
                        && Statements.takesAway(group.permissions().get(i))) {
                    here.at("permissions")
                            .at(i)
                            .add(
                                    "the group owner has every permission, and none can be taken from it",
                                    "Remove this, or make a group of its own for those who are to have less.");
                }
            }
            Circles.from(fold(name), inherits)
                    .ifPresent(circle -> here.at("inherits")
                            .add(
                                    "the group inherits from itself: " + String.join(" > ", circle),
                                    "Remove one of these steps."));
        });
        users.forEach((user, names) -> checkGroups(names, faults.at("users").at(user), inherits));
    }

    private static void checkGroups(List<String> names, Faults faults, Map<String, List<String>> known) {
        for (int i = 0; i < names.size(); i++) {
            String name = fold(names.get(i));
            if (!known.containsKey(name)) {
                String remedy = Nearest.to(name, known.keySet())
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Add it to permissions.groups, or write one of: "
                                + String.join(", ", new TreeSet<>(known.keySet())) + ".");
                faults.at(i).add("there is no such group", remedy);
            }
        }
    }

    private Map<String, List<String>> inheritance() {
        Map<String, List<String>> inherits = new LinkedHashMap<>();
        PermissionTable.BUILT_IN.forEach((name, group) -> inherits.put(name, group.inherits()));
        groups.forEach((name, group) -> inherits.merge(
                fold(name),
                group.inherits().stream().map(PermissionConfig::fold).toList(),
                (builtIn, own) -> Stream.concat(builtIn.stream(), own.stream()).toList()));
        return inherits;
    }

    List<String> groupsOf(UserId user) {
        return users.getOrDefault(user.value(), List.of()).stream()
                .map(PermissionConfig::fold)
                .toList();
    }

    static String fold(String name) {
        return Names.typed(name);
    }
}

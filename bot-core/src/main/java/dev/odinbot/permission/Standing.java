package dev.odinbot.permission;

import dev.odinbot.api.admin.Permissions.Group;
import dev.odinbot.api.command.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What somebody in certain groups may do.
 *
 * @param byNearness what is said, by those groups first, then by what they inherit from, and so on; by everyone last
 * @param groups all of them, inherited ones too
 */
record Standing(List<Statements> byNearness, Set<String> groups) {

    static Standing of(Collection<String> own, Map<String, Group> all) {
        if (own.contains(Permission.OWNER)) {
            // whatever was said or stored: who could mend it must never be locked out
            return new Standing(List.of(Statements.of(List.of("*"))), Set.copyOf(all.keySet()));
        }
        List<Statements> byNearness = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        seen.add(Permission.EVERYONE);
        walk(own, all, byNearness, seen);
        seen.remove(Permission.EVERYONE);
        walk(List.of(Permission.EVERYONE), all, byNearness, seen);
        return new Standing(List.copyOf(byNearness), Set.copyOf(seen));
    }

    /** Level by level; a group counts where it is met first, so that a circle does no harm. */
    private static void walk(
            Collection<String> from, Map<String, Group> all, List<Statements> byNearness, Set<String> seen) {
        List<Group> level = level(from, all, seen);
        while (!level.isEmpty()) {
            Statements said = Statements.of(level.stream()
                    .flatMap(group -> group.permissions().stream())
                    .toList());
            if (!said.granted().isEmpty()) {
                byNearness.add(said);
            }
            level = level(
                    level.stream().flatMap(group -> group.inherits().stream()).toList(), all, seen);
        }
    }

    private static List<Group> level(Collection<String> names, Map<String, Group> all, Set<String> seen) {
        return names.stream()
                .filter(all::containsKey)
                .filter(seen::add)
                .map(all::get)
                .map(Objects::requireNonNull)
                .toList();
    }

    boolean allows(String permission, String grantedTo) {
        for (Statements statements : byNearness) {
            var says = statements.about(permission);
            if (says.isPresent()) {
                return says.get();
            }
        }
        return groups.contains(grantedTo);
    }
}

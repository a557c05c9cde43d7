package dev.odinbot.permission;

import dev.odinbot.api.admin.Permissions.Group;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.permission.Change.Made;
import dev.odinbot.permission.Change.Refused;
import dev.odinbot.permission.PermissionStore.StoredGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Works out changes of what holds now, and refuses what cannot be. Names and permissions in lower case. */
record Changes(PermissionTable table, PermissionConfig config, Granted granted) {

    private static final int MAX_ECHO = 60;

    Change createGroup(String name) {
        if (!PermissionConfig.GROUP.matcher(name).matches()) {
            return new Refused("The name of a group is up to 40 letters, digits, - and _.");
        }
        if (table.groups().containsKey(name)) {
            return new Refused("There is a group " + name + " already.");
        }
        StoredGroup group = granted.group(name);
        return new Made(granted.with(group), store -> store.save(group), "There is a group " + name + " now.");
    }

    Change deleteGroup(String name) {
        if (PermissionTable.BUILT_IN.containsKey(name)) {
            return new Refused("The group " + name + " is always there and cannot be deleted.");
        }
        return changing(name).<Change>map(Refused::new).orElseGet(() -> {
            List<StoredGroup> heirs = granted.groups().values().stream()
                    .filter(group -> group.inherits().contains(name))
                    .map(group -> new StoredGroup(group.name(), without(group.inherits(), name), group.permissions()))
                    .toList();
            Granted after = granted.without(name);
            for (StoredGroup heir : heirs) {
                after = after.with(heir);
            }
            return new Made(
                    after, store -> delete(store, name, heirs), "The group " + name + " is gone, with its members.");
        });
    }

    private static CompletionStage<Void> delete(PermissionStore store, String name, List<StoredGroup> heirs) {
        return CompletableFuture.allOf(
                Stream.concat(Stream.of(store.delete(name)), heirs.stream().map(store::save))
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture<?>[]::new));
    }

    Change grant(String name, String statement) {
        if (!Statements.wellFormed(statement)) {
            return new Refused("\"" + PlainText.line(statement, MAX_ECHO) + "\" is no permission. Write for instance"
                    + " music.play, music.* or *, with a dash before it to take it away.");
        }
        return changing(name)
                .or(() -> ownersKeepAll(name, statement))
                .<Change>map(Refused::new)
                .orElseGet(() -> {
                    if (group(name).permissions().contains(statement)) {
                        return new Refused("The group " + name + " has " + statement + " already.");
                    }
                    StoredGroup own = granted.group(name);
                    List<String> permissions =
                            with(without(own.permissions(), Statements.opposite(statement)), statement);
                    return made(
                            new StoredGroup(name, own.inherits(), permissions),
                            "The group " + name + " has " + statement + " now.");
                });
    }

    Change revoke(String name, String statement) {
        return changing(name).<Change>map(Refused::new).orElseGet(() -> {
            StoredGroup own = granted.group(name);
            if (!own.permissions().contains(statement)) {
                return new Refused(
                        group(name).permissions().contains(statement)
                                ? "The group " + name + " always has " + statement + "."
                                : "The group " + name + " itself does not have " + PlainText.line(statement, MAX_ECHO)
                                        + ".");
            }
            return made(
                    new StoredGroup(name, own.inherits(), without(own.permissions(), statement)),
                    "The group " + name + " itself no longer has " + statement + ".");
        });
    }

    Change inherit(String name, String from) {
        Optional<String> refusal = changing(name).or(() -> missing(from));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (group(name).inherits().contains(from)) {
            return new Refused("The group " + name + " inherits from " + from + " already.");
        }
        Map<String, List<String>> inherits = new HashMap<>();
        table.groups().values().forEach(group -> inherits.put(group.name(), group.inherits()));
        inherits.put(name, with(group(name).inherits(), from));
        return Circles.from(name, inherits)
                .<Change>map(circle -> new Refused("The group " + name + " cannot inherit from " + from
                        + ", or it would inherit from itself: " + String.join(" > ", circle) + "."))
                .orElseGet(() -> {
                    StoredGroup own = granted.group(name);
                    return made(
                            new StoredGroup(name, with(own.inherits(), from), own.permissions()),
                            "The group " + name + " inherits from " + from + " now.");
                });
    }

    Change disinherit(String name, String from) {
        return changing(name).<Change>map(Refused::new).orElseGet(() -> {
            StoredGroup own = granted.group(name);
            if (!own.inherits().contains(from)) {
                return new Refused(
                        group(name).inherits().contains(from)
                                ? "The group " + name + " always inherits from " + from + "."
                                : "The group " + name + " does not inherit from " + PlainText.line(from, MAX_ECHO)
                                        + " itself.");
            }
            return made(
                    new StoredGroup(name, without(own.inherits(), from), own.permissions()),
                    "The group " + name + " no longer inherits from " + from + ".");
        });
    }

    Change add(UserId user, String name) {
        Optional<String> refusal = missing(name).or(() -> everybody(name));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        String shown = PlainText.line(user.value(), MAX_ECHO);
        if (table.groupsByUser().getOrDefault(user, List.of()).contains(name)) {
            return new Refused("The user " + shown + " is in " + name + " already.");
        }
        return made(user, with(granted.groupsOf(user), name), "The user " + shown + " is in " + name + " now.");
    }

    Change remove(UserId user, String name) {
        Optional<String> refusal = missing(name).or(() -> everybody(name));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        String shown = PlainText.line(user.value(), MAX_ECHO);
        if (config.groupsOf(user).contains(name)) {
            return new Refused("config.yml puts the user " + shown + " into " + name + "; change it there.");
        }
        if (!granted.groupsOf(user).contains(name)) {
            return new Refused("The user " + shown + " is not in " + name + ".");
        }
        if (name.equals(Permission.OWNER) && nobodyElseOwns(user)) {
            return new Refused("The user " + shown + " is the only owner. Put somebody else into owner first.");
        }
        return made(
                user, without(granted.groupsOf(user), name), "The user " + shown + " is no longer in " + name + ".");
    }

    private Change made(StoredGroup group, String sentence) {
        return new Made(granted.with(group), store -> store.save(group), sentence);
    }

    private Change made(UserId user, List<String> groups, String sentence) {
        return new Made(granted.with(user, groups), store -> store.save(user, groups), sentence);
    }

    /** Nobody could give back what the last owner lost. */
    private boolean nobodyElseOwns(UserId user) {
        return table.groupsByUser().entrySet().stream()
                .noneMatch(other ->
                        !other.getKey().equals(user) && other.getValue().contains(Permission.OWNER));
    }

    private static Optional<String> ownersKeepAll(String group, String statement) {
        return group.equals(Permission.OWNER) && Statements.takesAway(statement)
                ? Optional.of("The group owner has every permission, and none can be taken from it.")
                : Optional.empty();
    }

    private static Optional<String> everybody(String group) {
        return group.equals(Permission.EVERYONE)
                ? Optional.of("Everybody is in the group everyone.")
                : Optional.empty();
    }

    /** Why a group's own statements cannot be changed. */
    private Optional<String> changing(String group) {
        return missing(group)
                .or(() -> group(group).fixed()
                        ? Optional.of("The group " + group + " is given by config.yml; change it there.")
                        : Optional.empty());
    }

    private Optional<String> missing(String group) {
        return table.groups().containsKey(group)
                ? Optional.empty()
                : Optional.of("There is no group " + PlainText.line(group, MAX_ECHO) + ". There are: "
                        + String.join(", ", table.groups().keySet()) + ".");
    }

    private Group group(String name) {
        return Objects.requireNonNull(table.groups().get(name));
    }

    private static List<String> with(List<String> names, String added) {
        return Stream.concat(names.stream(), Stream.of(added)).distinct().toList();
    }

    private static List<String> without(List<String> names, String removed) {
        return names.stream().filter(name -> !name.equals(removed)).toList();
    }
}

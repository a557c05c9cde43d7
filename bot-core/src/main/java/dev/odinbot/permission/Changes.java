package dev.odinbot.permission;

import dev.odinbot.api.admin.Permissions.Group;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
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
            return refused("group.name");
        }
        if (table.groups().containsKey(name)) {
            return refused("group.exists", name);
        }
        StoredGroup group = granted.group(name);
        return new Made(granted.with(group), store -> store.save(group), said("group.created", name));
    }

    Change deleteGroup(String name) {
        if (PermissionTable.BUILT_IN.containsKey(name)) {
            return refused("group.built-in", name);
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
            return new Made(after, store -> delete(store, name, heirs), said("group.deleted", name));
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
            return refused("permission.malformed", PlainText.line(statement, MAX_ECHO));
        }
        return changing(name)
                .or(() -> ownersKeepAll(name, statement))
                .<Change>map(Refused::new)
                .orElseGet(() -> {
                    if (group(name).permissions().contains(statement)) {
                        return refused("permission.already", name, statement);
                    }
                    StoredGroup own = granted.group(name);
                    List<String> permissions =
                            with(without(own.permissions(), Statements.opposite(statement)), statement);
                    return made(
                            new StoredGroup(name, own.inherits(), permissions),
                            said("permission.granted", name, statement));
                });
    }

    Change revoke(String name, String statement) {
        return changing(name).<Change>map(Refused::new).orElseGet(() -> {
            StoredGroup own = granted.group(name);
            if (!own.permissions().contains(statement)) {
                return refused(
                        group(name).permissions().contains(statement) ? "permission.always" : "permission.missing",
                        name,
                        PlainText.line(statement, MAX_ECHO));
            }
            return made(
                    new StoredGroup(name, own.inherits(), without(own.permissions(), statement)),
                    said("permission.revoked", name, statement));
        });
    }

    Change inherit(String name, String from) {
        Optional<Text> refusal = changing(name).or(() -> missing(from));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (group(name).inherits().contains(from)) {
            return refused("inherit.already", name, from);
        }
        Map<String, List<String>> inherits = new HashMap<>();
        table.groups().values().forEach(group -> inherits.put(group.name(), group.inherits()));
        inherits.put(name, with(group(name).inherits(), from));
        return Circles.from(name, inherits)
                .<Change>map(circle -> refused("inherit.circle", name, from, String.join(" > ", circle)))
                .orElseGet(() -> {
                    StoredGroup own = granted.group(name);
                    return made(
                            new StoredGroup(name, with(own.inherits(), from), own.permissions()),
                            said("inherit.done", name, from));
                });
    }

    Change disinherit(String name, String from) {
        return changing(name).<Change>map(Refused::new).orElseGet(() -> {
            StoredGroup own = granted.group(name);
            if (!own.inherits().contains(from)) {
                return refused(
                        group(name).inherits().contains(from) ? "inherit.always" : "inherit.missing",
                        name,
                        PlainText.line(from, MAX_ECHO));
            }
            return made(
                    new StoredGroup(name, without(own.inherits(), from), own.permissions()),
                    said("inherit.ended", name, from));
        });
    }

    Change add(UserId user, String name) {
        Optional<Text> refusal = missing(name).or(() -> everybody(name));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        String shown = PlainText.line(user.value(), MAX_ECHO);
        if (table.groupsByUser().getOrDefault(user, List.of()).contains(name)) {
            return refused("member.already", shown, name);
        }
        return made(user, with(granted.groupsOf(user), name), said("member.added", shown, name));
    }

    Change remove(UserId user, String name) {
        Optional<Text> refusal = missing(name).or(() -> everybody(name));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        String shown = PlainText.line(user.value(), MAX_ECHO);
        if (config.groupsOf(user).contains(name)) {
            return refused("member.fixed", shown, name);
        }
        if (!granted.groupsOf(user).contains(name)) {
            return refused("member.missing", shown, name);
        }
        if (name.equals(Permission.OWNER) && nobodyElseOwns(user)) {
            return refused("member.only-owner", shown);
        }
        return made(user, without(granted.groupsOf(user), name), said("member.removed", shown, name));
    }

    private Change made(StoredGroup group, Text sentence) {
        return new Made(granted.with(group), store -> store.save(group), sentence);
    }

    private Change made(UserId user, List<String> groups, Text sentence) {
        return new Made(granted.with(user, groups), store -> store.save(user, groups), sentence);
    }

    /** Nobody could give back what the last owner lost. */
    private boolean nobodyElseOwns(UserId user) {
        return table.groupsByUser().entrySet().stream()
                .noneMatch(other ->
                        !other.getKey().equals(user) && other.getValue().contains(Permission.OWNER));
    }

    private static Optional<Text> ownersKeepAll(String group, String statement) {
        return group.equals(Permission.OWNER) && Statements.takesAway(statement)
                ? Optional.of(said("group.owner"))
                : Optional.empty();
    }

    private static Optional<Text> everybody(String group) {
        return group.equals(Permission.EVERYONE) ? Optional.of(said("group.everyone")) : Optional.empty();
    }

    /** Why a group's own statements cannot be changed. */
    private Optional<Text> changing(String group) {
        return missing(group)
                .or(() -> group(group).fixed() ? Optional.of(said("group.fixed", group)) : Optional.empty());
    }

    private Optional<Text> missing(String group) {
        return table.groups().containsKey(group)
                ? Optional.empty()
                : Optional.of(said(
                        "group.unknown",
                        PlainText.line(group, MAX_ECHO),
                        String.join(", ", table.groups().keySet())));
    }

    private static Change refused(String key, Object... arguments) {
        return new Refused(said(key, arguments));
    }

    private static Text said(String key, Object... arguments) {
        return Text.key("host." + key, arguments);
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

package dev.odinbot.plugins.admin;

import dev.odinbot.api.admin.Permissions;
import dev.odinbot.api.admin.Permissions.Group;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Groups, what they may, and who is in them. */
final class GroupCommands {

    private static final int MAX_NAME = 60;

    private final Permissions permissions;
    private final Words words;
    private final Answer answer;

    GroupCommands(Permissions permissions, Words words, Answer answer) {
        this.permissions = permissions;
        this.words = words;
        this.answer = answer;
    }

    @Command("perm groups")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Lists the groups.")
    Reply groups(Room room) {
        return Reply.of(permissions.groups().stream()
                .map(group -> words.of(
                        room,
                        group.fixed() ? "perm.line.fixed" : "perm.line",
                        group.name(),
                        list("nothing", group.inherits()),
                        list("nothing", group.permissions())))
                .collect(Collectors.joining("\n")));
    }

    @Command("perm group <group>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Tells what a group may and who is in it.")
    Reply group(String group) {
        return permissions
                .group(group)
                .map(this::told)
                .orElseGet(() -> Reply.key("perm.unknown", PlainText.line(group, MAX_NAME)));
    }

    private Reply told(Group group) {
        List<String> members = permissions.members(group.name()).stream()
                .map(GroupCommands::shown)
                .toList();
        return Reply.key(
                "perm.group",
                group.name(),
                list("nothing", group.inherits()),
                list("nothing", group.permissions()),
                list("none", members));
    }

    private static Object list(String none, List<String> names) {
        return names.isEmpty() ? Text.key(none) : String.join(", ", names);
    }

    /** User ids are chosen by others: whoever signs the tokens. */
    private static String shown(UserId user) {
        return PlainText.line(user.value(), MAX_NAME);
    }

    @Command("whoami")
    @Description("Tells your user id and your groups.")
    Reply whoAmI(Peer sender) {
        return Reply.key("perm.you", shown(sender.userId()), list("none", permissions.groupsOf(sender.userId())));
    }

    @Command("perm of <user>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Tells the groups of a user.")
    @Example("perm of user-1")
    Reply of(UserId user) {
        return Reply.key("perm.of", shown(user), list("none", permissions.groupsOf(user)));
    }

    @Command("perm create <group>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Makes a new group.")
    CompletionStage<Reply> create(Room room, String group) {
        return answer.of(room, permissions.createGroup(group));
    }

    @Command("perm delete <group>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Removes a group.")
    CompletionStage<Reply> delete(Room room, String group) {
        return answer.of(room, permissions.deleteGroup(group));
    }

    @Command("perm grant <group> <permission>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Grants a permission to a group; with a dash before it, takes it away.")
    @Example({"perm grant dj music.*", "perm grant everyone -music.stop"})
    CompletionStage<Reply> grant(Room room, String group, String permission) {
        return answer.of(room, permissions.grant(group, permission));
    }

    @Command("perm revoke <group> <permission>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Undoes a grant.")
    CompletionStage<Reply> revoke(Room room, String group, String permission) {
        return answer.of(room, permissions.revoke(group, permission));
    }

    @Command("perm inherit <group> <from>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Gives a group all that another one may.")
    @Example("perm inherit dj moderator")
    CompletionStage<Reply> inherit(Room room, String group, String from) {
        return answer.of(room, permissions.inherit(group, from));
    }

    @Command("perm disinherit <group> <from>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Undoes an inheritance.")
    CompletionStage<Reply> disinherit(Room room, String group, String from) {
        return answer.of(room, permissions.disinherit(group, from));
    }

    @Command("perm add <user> <group>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Puts a user into a group.")
    @Example("perm add user-1 dj")
    CompletionStage<Reply> add(Room room, UserId user, String group) {
        return answer.of(room, permissions.add(user, group));
    }

    @Command("perm remove <user> <group>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Takes a user out of a group.")
    CompletionStage<Reply> remove(Room room, UserId user, String group) {
        return answer.of(room, permissions.remove(user, group));
    }
}

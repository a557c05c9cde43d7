package dev.odinbot.api.admin;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.room.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Who may do what. Permissions are words with dots; a granted {@code music.*} covers all below, {@code *} everything, and one with a dash
 * before it ({@code -music.play}) takes away. Users have groups, groups inherit; the nearest statement wins (what the user's own groups
 * say before what those inherit), then the most exact one, then the taking away. What no group says anything about holds by the group
 * that the command itself names.
 *
 * <p>Two things stand above that. Who is in the group owner has everything, and nothing can be taken from it. A permission that ends in
 * {@code .force}, which decides alone what others vote about, is not granted by a {@code music.*}: only by itself
 * ({@code music.skip.force}) and by {@code *}; a {@code -music.*} does take it away.
 *
 * <p>Reading is from memory. A change holds at once and completes when it is stored.
 */
public interface Permissions {

    /** @param fixed given by config.yml, where alone it can be changed */
    record Group(String name, List<String> inherits, List<String> permissions, boolean fixed) {}

    /** All groups, those that are there by themselves (everyone, moderator, owner) too, sorted by name. */
    List<Group> groups();

    /** {@return the group of that name, case aside} */
    Optional<Group> group(String name);

    /** The groups of a user, without inherited ones and without everyone. */
    List<String> groupsOf(UserId user);

    /** The users who are in the group itself. */
    List<UserId> members(String group);

    /**
     * Whether the user may do what the permission stands for; case does not matter.
     *
     * @param grantedTo the group that has it by itself, as a command's annotation says
     */
    boolean allows(UserId user, String permission, String grantedTo);

    /** The groups whose members have the permission if they are in no other, sorted by name. */
    List<String> groupsWith(String permission, String grantedTo);

    /** Makes an empty group. */
    CompletionStage<Outcome> createGroup(String name);

    /** Removes a group, from its members and from those that inherit from it too. */
    CompletionStage<Outcome> deleteGroup(String name);

    /**
     * Gives a group a permission, or takes it away.
     *
     * @param permission with a dash before it to take it away, which for the group owner is refused
     */
    CompletionStage<Outcome> grant(String group, String permission);

    /** Removes a statement that {@link #grant} made. */
    CompletionStage<Outcome> revoke(String group, String permission);

    /** Lets a group have what another one has. */
    CompletionStage<Outcome> inherit(String group, String from);

    /** Takes back what {@link #inherit} did. */
    CompletionStage<Outcome> disinherit(String group, String from);

    /** Puts a user into a group. */
    CompletionStage<Outcome> add(UserId user, String group);

    /** Takes a user out of a group; the only owner stays one. */
    CompletionStage<Outcome> remove(UserId user, String group);
}

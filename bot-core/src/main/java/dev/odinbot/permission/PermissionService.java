package dev.odinbot.permission;

import static dev.odinbot.permission.PermissionConfig.fold;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Permissions;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.signature.Names;
import dev.odinbot.text.MessageBundles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What config.yml says and what was granted at run time, taken together. Changes are made one after the other. */
@Singleton
public final class PermissionService implements Permissions {

    private static final Logger LOG = LoggerFactory.getLogger(PermissionService.class);

    private final PermissionStore store;
    private PermissionConfig config;
    private Granted granted;
    private volatile PermissionTable table;

    /** Waits for the store. */
    @Inject
    PermissionService(PermissionConfig config, PermissionStore store) {
        this.store = store;
        this.config = config;
        granted = Granted.of(store.load());
        table = PermissionTable.of(config, granted);
        warnOfOverruled();
    }

    /** Puts another config in the place of the one there was; what was granted at run time stays. */
    public synchronized void configure(PermissionConfig replacement) {
        config = replacement;
        table = PermissionTable.of(config, granted);
        warnOfOverruled();
    }

    private void warnOfOverruled() {
        granted.groups().keySet().stream()
                .filter(name -> group(name).filter(Group::fixed).isPresent())
                .sorted()
                .forEach(name -> LOG.warn(
                        "Group {} is given by config.yml; what it was granted at run time does not hold as long as it is",
                        name));
    }

    @Override
    public List<Group> groups() {
        return List.copyOf(table.groups().values());
    }

    @Override
    public Optional<Group> group(String name) {
        return Optional.ofNullable(table.groups().get(fold(name)));
    }

    @Override
    public List<String> groupsOf(UserId user) {
        return table.groupsByUser().getOrDefault(user, List.of());
    }

    @Override
    public List<UserId> members(String group) {
        String name = fold(group);
        return table.groupsByUser().entrySet().stream()
                .filter(user -> user.getValue().contains(name))
                .map(user -> user.getKey())
                .sorted(Comparator.comparing(UserId::value))
                .toList();
    }

    @Override
    public boolean allows(UserId user, String permission, String grantedTo) {
        // Asked for every command of every line: case alone, not what somebody might have typed around it.
        return table.standing(user).allows(Names.fold(permission), Names.fold(grantedTo));
    }

    @Override
    public List<String> groupsWith(String permission, String grantedTo) {
        PermissionTable now = table;
        String permitted = Names.fold(permission);
        String group = Names.fold(grantedTo);
        return now.groups().keySet().stream()
                .filter(name -> Standing.of(List.of(name), now.groups()).allows(permitted, group))
                .toList();
    }

    @Override
    public CompletionStage<Outcome> createGroup(String name) {
        return change(changes -> changes.createGroup(fold(name)));
    }

    @Override
    public CompletionStage<Outcome> deleteGroup(String name) {
        return change(changes -> changes.deleteGroup(fold(name)));
    }

    @Override
    public CompletionStage<Outcome> grant(String group, String permission) {
        return change(changes -> changes.grant(fold(group), fold(permission)));
    }

    @Override
    public CompletionStage<Outcome> revoke(String group, String permission) {
        return change(changes -> changes.revoke(fold(group), fold(permission)));
    }

    @Override
    public CompletionStage<Outcome> inherit(String group, String from) {
        return change(changes -> changes.inherit(fold(group), fold(from)));
    }

    @Override
    public CompletionStage<Outcome> disinherit(String group, String from) {
        return change(changes -> changes.disinherit(fold(group), fold(from)));
    }

    @Override
    public CompletionStage<Outcome> add(UserId user, String group) {
        return change(changes -> changes.add(user, fold(group)));
    }

    @Override
    public CompletionStage<Outcome> remove(UserId user, String group) {
        return change(changes -> changes.remove(user, fold(group)));
    }

    /** Failed, too, when the store throws at once: what the change says must be told in any case. */
    private CompletionStage<Void> written(Change.Made made) {
        try {
            return made.write().apply(store);
        } catch (RuntimeException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    /** In the lock, so that the store gets the changes in the order in which they hold. */
    private synchronized CompletionStage<Outcome> change(Function<Changes, Change> request) {
        Change change = request.apply(new Changes(table, config, granted));
        if (change instanceof Change.Refused refused) {
            return CompletableFuture.completedFuture(Outcome.refused(refused.reason()));
        }
        Change.Made made = (Change.Made) change;
        granted = made.after();
        table = PermissionTable.of(config, granted);
        return written(made).handle((done, fault) -> {
            if (fault == null) {
                return Outcome.done(made.sentence());
            }
            LOG.error("A change of permissions was not stored: {}", MessageBundles.english(made.sentence()), fault);
            return Outcome.done(Text.key("host.permission.unstored", made.sentence()));
        });
    }
}

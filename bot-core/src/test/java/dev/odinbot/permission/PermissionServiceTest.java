package dev.odinbot.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Permissions.Group;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.permission.PermissionStore.Stored;
import dev.odinbot.permission.PermissionStore.StoredGroup;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.TwoThreads;
import dev.odinbot.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionServiceTest {

    private static final UserId ANNA = new UserId("anna");
    private static final UserId BERT = new UserId("bert");

    private final RecordingStore store = new RecordingStore();

    /** Remembers what it was asked to write; does so when the test says so. */
    private static final class RecordingStore implements PermissionStore {
        private final List<String> written = new ArrayList<>();
        private Stored stored = new Stored(List.of(), Map.of());
        private @Nullable RuntimeException thrown;
        private CompletionStage<Void> answer = CompletableFuture.completedFuture(null);

        @Override
        public Stored load() {
            return stored;
        }

        @Override
        public CompletionStage<Void> save(StoredGroup group) {
            written.add(group.name() + " " + group.inherits() + " " + group.permissions());
            return answer;
        }

        @Override
        public CompletionStage<Void> delete(String group) {
            written.add("no " + group);
            return answer;
        }

        @Override
        public CompletionStage<Void> save(UserId user, List<String> groups) {
            if (thrown != null) {
                throw thrown;
            }
            written.add(user + " in " + groups);
            return answer;
        }
    }

    private static PermissionConfig config(String... yaml) {
        return new ConfigReader(Map.of()).read("config.yml", String.join("\n", yaml), PermissionConfig.class);
    }

    private PermissionService service(String... yaml) {
        return new PermissionService(config(yaml), store);
    }

    private static String done(CompletionStage<Outcome> outcome) {
        return English.sentence((Outcome.Done) outcome.toCompletableFuture().join());
    }

    private static String refused(CompletionStage<Outcome> outcome) {
        return English.sentence((Outcome.Refused) outcome.toCompletableFuture().join());
    }

    @ParameterizedTest
    @CsvSource({
        // user, permission, granted to, answer
        "nobody, music.play, everyone, true",
        "nobody, music.clear, everyone, false", // everyone: -music.clear
        "nobody, admin.shutdown, owner, false",
        "nobody, music.skip.force, moderator, false",
        "mia, music.skip.force, moderator, true",
        "mia, admin.shutdown, owner, false",
        "mia, music.clear, everyone, false", // nothing nearer than what everyone says
        "olga, admin.shutdown, owner, true",
        "olga, music.clear, everyone, true", // her * is nearer than everyone's statement
        "olga, anything.at.all, nogroup, true",
        "dan, music.clear, everyone, true", // dj: music.* is nearer
        "dan, music.volume, everyone, false", // dj: -music.volume is more exact than music.*
        "dan, music.skip.force, moderator, false", // music.* does not cover what ends votes
        "dan, music.skip.force, owner, false",
        "fay, music.skip.force, owner, true", // the words themselves do
        "tina, music.skip.force, owner, true", // and so does *
        "mona, music.skip.force, moderator, false", // -music.* does take it away
        "dan, music, owner, false", // but not the word itself
        "dan, fun.roll, everyone, true",
        "dan, fun.poll, everyone, false", // what dj inherits from radio
        "hank, music.volume, everyone, true", // headdj: nearer than what dj says
        "hank, music.clear, everyone, true",
        "hank, fun.poll, everyone, false", // two steps away
        "rita, music.volume, everyone, true", // in muted and owner: an owner has everything
        "rita, admin.shutdown, owner, true",
        "fay, Music.Skip.Force, owner, true", // case does not matter
        "dan, Music.Volume, everyone, false",
        "mia, music.skip.force, Moderator, true",
        "tom, fun.roll, everyone, false", // granted and taken away by his own groups: taking away
    })
    void allows_byNearnessThenExactnessThenTakingAway(
            String user, String permission, String grantedTo, boolean answer) {
        PermissionService service = service(
                "groups:",
                "  everyone: {permissions: [-music.clear]}",
                "  radio: {permissions: [-fun.poll]}",
                "  dj: {inherits: [radio], permissions: [music.*, -music.volume, fun.poll.close]}",
                "  headdj: {inherits: [DJ], permissions: [music.volume]}",
                "  muted: {permissions: [-music.*]}",
                "  forcing: {permissions: [music.skip.force]}",
                "  trusted: {permissions: ['*']}",
                "  lucky: {permissions: [fun.roll]}",
                "  unlucky: {permissions: [-fun.roll]}",
                "users:",
                "  mia: [moderator]",
                "  olga: [owner]",
                "  dan: [Dj]",
                "  hank: [headdj]",
                "  rita: [owner, muted]",
                "  fay: [forcing]",
                "  tina: [trusted]",
                "  mona: [moderator, muted]",
                "  tom: [lucky, unlucky]");

        assertThat(service.allows(new UserId(user), permission, grantedTo)).isEqualTo(answer);
    }

    @Test
    void groups_withoutConfig_areThoseThatAreAlwaysThere() {
        assertThat(service().groups())
                .containsExactly(
                        new Group("everyone", List.of(), List.of(), false),
                        new Group("moderator", List.of("everyone"), List.of(), false),
                        new Group("owner", List.of("moderator"), List.of("*"), false));
        assertThat(service().groupsWith("music.skip.force", "moderator")).containsExactly("moderator", "owner");
        assertThat(service().groupsWith("music.play", "everyone")).containsExactly("everyone", "moderator", "owner");
    }

    @Test
    void changes_holdAtOnceAndAreStored() {
        PermissionService service = service();

        assertThat(done(service.createGroup("DJ"))).isEqualTo("There is a group dj now.");
        assertThat(done(service.grant("dj", "Music.*"))).isEqualTo("The group dj has music.* now.");
        assertThat(done(service.grant("dj", "-music.volume"))).isEqualTo("The group dj has -music.volume now.");
        assertThat(done(service.inherit("dj", "moderator"))).isEqualTo("The group dj inherits from moderator now.");
        assertThat(done(service.add(ANNA, "dj"))).isEqualTo("The user anna is in dj now.");
        assertThat(service.allows(ANNA, "music.volume", "everyone")).isFalse();
        assertThat(service.allows(ANNA, "x.force", "moderator")).isTrue();
        assertThat(done(service.grant("dj", "music.volume"))).isEqualTo("The group dj has music.volume now.");
        assertThat(service.allows(ANNA, "music.volume", "everyone")).isTrue();
        assertThat(service.members("DJ")).containsExactly(ANNA);
        assertThat(done(service.disinherit("dj", "moderator")))
                .isEqualTo("The group dj no longer inherits from moderator.");
        assertThat(done(service.revoke("dj", "music.*"))).isEqualTo("The group dj itself no longer has music.*.");
        assertThat(service.group("dj")).contains(new Group("dj", List.of(), List.of("music.volume"), false));
        assertThat(done(service.remove(ANNA, "dj"))).isEqualTo("The user anna is no longer in dj.");
        assertThat(service.groupsOf(ANNA)).isEmpty();

        assertThat(store.written)
                .containsExactly(
                        "dj [] []",
                        "dj [] [music.*]",
                        "dj [] [music.*, -music.volume]",
                        "dj [moderator] [music.*, -music.volume]",
                        "anna in [dj]",
                        "dj [moderator] [music.*, music.volume]",
                        "dj [] [music.*, music.volume]",
                        "dj [] [music.volume]",
                        "anna in []");
    }

    @Test
    void deleteGroup_takesItFromItsMembersAndHeirs() {
        PermissionService service = service();
        service.createGroup("dj");
        service.createGroup("head");
        service.inherit("head", "dj");
        service.add(ANNA, "dj");
        service.add(ANNA, "head");
        store.written.clear();

        assertThat(done(service.deleteGroup("dj"))).isEqualTo("The group dj is gone, with its members.");

        assertThat(service.groupsOf(ANNA)).containsExactly("head");
        assertThat(service.group("head")).contains(new Group("head", List.of(), List.of(), false));
        assertThat(store.written).containsExactly("no dj", "head [] []");
        service.createGroup("dj");
        assertThat(service.members("dj")).isEmpty();
    }

    @Test
    void changes_thatCannotBe_areRefusedAndChangeNothing() {
        PermissionService service =
                service("groups: {fixed: {permissions: [a.b]}}", "users: {anna: [fixed], bert: [owner]}");
        service.createGroup("a");
        service.createGroup("b");
        service.inherit("b", "a");
        service.grant("a", "x.y");
        List<Group> before = service.groups();
        store.written.clear();

        assertThat(refused(service.createGroup("two words")))
                .isEqualTo("The name of a group is up to 40 letters, digits, - and _.");
        assertThat(refused(service.createGroup("Owner"))).isEqualTo("There is a group owner already.");
        assertThat(refused(service.deleteGroup("everyone")))
                .isEqualTo("The group everyone is always there and cannot be deleted.");
        assertThat(refused(service.deleteGroup("fixed")))
                .isEqualTo("The group fixed is given by config.yml; change it there.");
        assertThat(refused(service.grant("fixed", "c.d")))
                .isEqualTo("The group fixed is given by config.yml; change it there.");
        assertThat(refused(service.grant("nope", "c.d")))
                .isEqualTo("There is no group nope. There are: a, b, everyone, fixed, moderator, owner.");
        assertThat(refused(service.grant("a", "music..play")))
                .isEqualTo("\"music..play\" is no permission. Write for instance music.play, music.* or *, with a dash"
                        + " before it to take it away.");
        assertThat(refused(service.grant("a", "x.y"))).isEqualTo("The group a has x.y already.");
        assertThat(refused(service.revoke("a", "x.z"))).isEqualTo("The group a itself does not have x.z.");
        assertThat(refused(service.revoke("owner", "*"))).isEqualTo("The group owner always has *.");
        assertThat(refused(service.inherit("a", "b")))
                .isEqualTo("The group a cannot inherit from b, or it would inherit from itself: a > b > a.");
        assertThat(refused(service.inherit("a", "a")))
                .isEqualTo("The group a cannot inherit from a, or it would inherit from itself: a > a.");
        assertThat(refused(service.inherit("everyone", "owner")))
                .isEqualTo("The group everyone cannot inherit from owner, or it would inherit from itself:"
                        + " everyone > owner > moderator > everyone.");
        assertThat(refused(service.disinherit("owner", "moderator")))
                .isEqualTo("The group owner always inherits from moderator.");
        assertThat(refused(service.disinherit("a", "b"))).isEqualTo("The group a does not inherit from b itself.");
        assertThat(refused(service.add(ANNA, "everyone"))).isEqualTo("Everybody is in the group everyone.");
        assertThat(refused(service.add(ANNA, "fixed"))).isEqualTo("The user anna is in fixed already.");
        assertThat(refused(service.remove(BERT, "owner")))
                .isEqualTo("config.yml puts the user bert into owner; change it there.");
        assertThat(refused(service.remove(BERT, "a"))).isEqualTo("The user bert is not in a.");
        assertThat(service.groups()).isEqualTo(before);
        assertThat(store.written).isEmpty();
    }

    @Test
    void add_toAFixedGroup_isPossibleAtRunTime() {
        PermissionService service = service("groups: {dj: {permissions: [music.*]}}");

        assertThat(done(service.add(ANNA, "dj"))).isEqualTo("The user anna is in dj now.");

        assertThat(service.allows(ANNA, "music.x", "owner")).isTrue();
    }

    @Test
    void change_thatIsNotStored_holdsUntilTheRestartAndSaysSo() {
        store.answer = CompletableFuture.failedFuture(new StorageException("The disk is full", new Exception()));
        PermissionService service = service();
        List<String> said = new ArrayList<>();

        String log = CapturedLog.of(() -> said.add(done(service.add(ANNA, "owner"))));

        assertThat(said)
                .containsExactly(
                        "The user anna is in owner now. It could not be stored and holds until the restart only.");
        assertThat(service.allows(ANNA, "a", "owner")).isTrue();
        assertThat(log).contains("ERROR").contains("The disk is full");
    }

    @Test
    void configure_replacesWhatTheFileSays_andKeepsWhatWasGranted() {
        PermissionService service = service("users: {anna: [owner]}");
        service.createGroup("dj");
        service.grant("dj", "music.*");
        service.add(BERT, "dj");

        String log = CapturedLog.of(() ->
                service.configure(config("groups: {dj: {permissions: [-music.*]}}", "users: {bert: [moderator]}")));

        assertThat(service.allows(ANNA, "x", "owner")).isFalse();
        assertThat(service.groupsOf(BERT)).containsExactly("dj", "moderator");
        assertThat(service.allows(BERT, "music.play", "everyone")).isFalse();
        assertThat(log)
                .contains(
                        "Group dj is given by config.yml; what it was granted at run time does not hold as long as it is");

        service.configure(PermissionConfig.NONE);
        assertThat(service.allows(BERT, "music.play", "owner")).isTrue();
    }

    @Test
    void load_whatWasStored_holdsAgain_withoutGroupsThatAreGone() {
        store.stored = new Stored(
                List.of(
                        new StoredGroup("dj", List.of("gone", "loop"), List.of("music.*")),
                        new StoredGroup("loop", List.of("dj"), List.of("loop.x"))),
                Map.of(ANNA, List.of("dj", "gone")));

        PermissionService service = service();

        assertThat(service.groupsOf(ANNA)).containsExactly("dj");
        assertThat(service.allows(ANNA, "music.x", "owner")).isTrue();
        assertThat(service.allows(ANNA, "loop.x", "owner")).isTrue();
        assertThat(service.allows(ANNA, "other", "owner")).isFalse();
        assertThat(service.group("gone")).isEqualTo(Optional.empty());
    }

    @Test
    void changes_thatWouldLockOwnersOut_areRefused() {
        PermissionService service = service();
        service.add(ANNA, "owner");

        for (String statement : List.of("-*", "-admin.*", "-admin.perm.grant")) {
            assertThat(refused(service.grant("owner", statement)))
                    .isEqualTo("The group owner has every permission, and none can be taken from it.");
        }
        assertThat(refused(service.remove(ANNA, "owner")))
                .isEqualTo("The user anna is the only owner. Put somebody else into owner first.");
        service.add(BERT, "owner");
        assertThat(done(service.remove(ANNA, "owner"))).isEqualTo("The user anna is no longer in owner.");
        assertThat(refused(service.remove(BERT, "owner"))).contains("only owner");
    }

    @Test
    void remove_theOnlyOwnerOfTheStore_isAllowedWhenTheFileHasOne() {
        PermissionService service = service("users: {bert: [owner]}");
        service.add(ANNA, "owner");

        assertThat(done(service.remove(ANNA, "owner"))).isEqualTo("The user anna is no longer in owner.");
    }

    @Test
    void allows_owner_hasEverything_whateverOtherGroupsSayOrWasStored() {
        store.stored = new Stored(
                List.of(new StoredGroup("owner", List.of(), List.of("-*", "-admin.*"))),
                Map.of(ANNA, List.of("owner")));
        PermissionService service = service();
        service.createGroup("muted");
        for (String group : List.of("everyone", "moderator", "muted")) {
            assertThat(done(service.grant(group, "-*"))).contains(group);
            assertThat(done(service.grant(group, "-admin.*"))).contains(group);
        }
        service.add(ANNA, "muted");
        service.inherit("owner", "muted");

        assertThat(service.allows(ANNA, "admin.perm.grant", "owner")).isTrue();
        assertThat(service.allows(ANNA, "music.play", "everyone")).isTrue();
        assertThat(service.groupsWith("admin.perm.grant", "owner")).containsExactly("owner");
        assertThat(service.allows(BERT, "admin.perm.grant", "owner")).isFalse();
    }

    @Test
    void change_storeThatThrows_isToldAsNotStored() {
        store.thrown = new IllegalStateException("closed");
        PermissionService service = service();

        CapturedLog.of(() -> assertThat(done(service.add(ANNA, "owner")))
                .isEqualTo("The user anna is in owner now. It could not be stored and holds until the restart only."));

        assertThat(service.groupsOf(ANNA)).containsExactly("owner");
    }

    @Test
    void changes_fromTwoThreads_allHoldAndAreStoredInTheirOrder() {
        PermissionService service = service();
        service.createGroup("dj");
        store.written.clear();
        AtomicInteger next = new AtomicInteger();

        int done = TwoThreads.sum(() -> {
            int own = 0;
            for (int i = 0; i < 500; i++) {
                own += done(service.grant("dj", "p" + next.getAndIncrement())).isEmpty() ? 0 : 1;
            }
            return own;
        });

        assertThat(done).isEqualTo(1000);
        List<String> permissions = service.group("dj").orElseThrow().permissions();
        assertThat(permissions).hasSize(1000).doesNotHaveDuplicates();
        assertThat(store.written).hasSize(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(store.written.get(i)).isEqualTo("dj [] " + permissions.subList(0, i + 1));
        }
    }
}

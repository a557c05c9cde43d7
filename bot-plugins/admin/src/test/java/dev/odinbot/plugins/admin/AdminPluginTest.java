package dev.odinbot.plugins.admin;

import static dev.odinbot.testing.TestKit.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.PluginRules;
import dev.odinbot.testing.Transcript;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminPluginTest {

    private final FakeRoom room = new FakeRoom();

    @BeforeEach
    void startPlugin() throws Exception {
        room.start("admin", AdminPlugin.class);
        room.peer("Olga").isA("owner");
        room.plugins().add("music", PluginState.STARTED);
        room.plugins().add("greeter", PluginState.DISABLED);
        room.plugins().add("radio", PluginState.FAILED);
        room.plugins().jar("dice.jar");
    }

    @Test
    void plugins_areListedAndChanged() {
        new Transcript(room)
                .says("Olga", "!plugins", "!plugins info radio", "!plugins info nothing")
                .says("Olga", "!plugins load dice.jar", "!plugins reload dice", "!plugins disable dice")
                .says("Olga", "!plugins enable dice", "!plugins unload dice", "!plugins unload dice", "!plugins")
                .matches(getClass(), "plugins.txt");
    }

    @Test
    void purge_withoutYes_onlyAsks() {
        room.peer("Olga").says("!plugins purge music");
        assertThat(room)
                .replied(
                        "All that plugin music has stored would be gone for good. If you are sure: !plugins purge music"
                                + " --yes");
        assertThat(room.plugins().asked()).isEmpty();

        room.peer("Olga").says("!plugins purge music --yes");
        assertThat(room).replied("Did purge music.");
    }

    @Test
    void groups_areMadeFilledAndTold() {
        room.peer("Anna");
        new Transcript(room)
                .says("Olga", "!perm groups", "!perm create dj", "!perm grant dj music.*", "!perm grant dj -music.stop")
                .says("Olga", "!perm inherit dj moderator", "!perm add Anna dj", "!perm group dj", "!perm of Anna")
                .says("Olga", "!perm revoke dj music.*", "!perm disinherit dj moderator", "!perm remove Anna dj")
                .says("Olga", "!perm group dj", "!perm of Anna", "!perm delete dj", "!perm group dj")
                .matches(getClass(), "groups.txt");
    }

    @Test
    void perm_ofSomebodyWithAFriendsName_asksForTheUserId() {
        room.peer("Mallory").renames("Anna");
        room.peer("Olga").says("!perm add anna owner");

        assertThat(room).repliedMatching("(?s).*which anybody can take.*\\(Mallory\\).*");
        assertThat(room.permissions().groupsOf(new UserId("Mallory"))).isEmpty();
    }

    @Test
    void whoami_ofAnybody_isTold() {
        room.peer("Anna").says("!whoami");

        assertThat(room).replied("You are the user Anna. Groups: none");
    }

    @Test
    void rooms_areJoinedListedAndLeft() {
        room.another("Hall");
        new Transcript(room)
                .says("Olga", "!rooms", "!rooms join \"Blue Hall\"", "!rooms join Attic second", "!rooms")
                .says("Olga", "!rooms leave Hall", "!rooms leave Hall", "!rooms")
                .matches(getClass(), "rooms.txt");
    }

    @Test
    void settings_areShownAndSet() {
        new Transcript(room)
                .says("Olga", "!set", "!set volume", "!set volume 80", "!set volume default", "!set loudness 3")
                .says("Olga", "!set locale de", "!set loudness", "!set prefix ?", "!set prefix", "?set prefix")
                .matches(getClass(), "settings.txt");
    }

    @Test
    void program_isAskedAndEnded() {
        room.elapse(Duration.ofHours(25).plusSeconds(5));
        new Transcript(room)
                .says("Olga", "!uptime", "!config reload")
                .then(
                        "the file has a mistake",
                        () -> room.program().reloads(Outcome.refused(Text.of("config.yml:3 is wrong."))))
                .says("Olga", "!config reload")
                .says("Olga", "!shutdown")
                .then("now in German", () -> room.setLocale(Locale.GERMAN))
                .says("Olga", "!uptime", "!plugins", "!plugins info music", "!perm groups", "!rooms")
                .matches(getClass(), "program.txt");
        assertThat(room.program().ended()).isTrue();
    }

    @Test
    void everyCommand_bySomebodyElse_isRefused() {
        room.peer("Mod").isA("moderator");
        for (String line : new String[] {
            "plugins",
            "plugins info music",
            "plugins load dice.jar",
            "plugins unload music",
            "plugins reload music",
            "plugins enable music",
            "plugins disable music",
            "plugins purge music --yes",
            "perm groups",
            "perm group owner",
            "perm of Olga",
            "perm create dj",
            "perm delete dj",
            "perm grant everyone admin.*",
            "perm revoke owner x",
            "perm inherit moderator owner",
            "perm disinherit owner moderator",
            "perm add Mod owner",
            "perm remove Olga owner",
            "rooms",
            "rooms join Hall",
            "rooms leave Lobby",
            "set",
            "config reload",
            "shutdown",
            "uptime"
        }) {
            room.peer("Mod").says("!" + line);
            assertThat(room).repliedContaining("you lack the permission");
        }
        assertThat(room.plugins().asked()).isEmpty();
        assertThat(room.program().ended()).isFalse();
    }

    @Test
    void help_inGerman_isGerman() {
        room.setLocale(Locale.GERMAN);
        new Transcript(room)
                .says(
                        "Olga",
                        "!help rooms",
                        "!help set",
                        "!help plugins",
                        "!help plugins purge",
                        "!help config",
                        "!help shutdown",
                        "!help uptime",
                        "!help whoami",
                        "!help perm",
                        "!help plugins info")
                .matches(getClass(), "help-german.txt");
    }

    @Test
    void imports_onlyTheApi() {
        PluginRules.assertImportsOnlyTheApi(AdminPlugin.class);
    }
}

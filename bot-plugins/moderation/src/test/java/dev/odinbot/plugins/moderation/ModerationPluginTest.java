package dev.odinbot.plugins.moderation;

import static dev.odinbot.testing.TestKit.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.config.Section;
import dev.odinbot.plugins.moderation.ModerationConfig.Flood;
import dev.odinbot.plugins.moderation.ModerationConfig.Penalties;
import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.PluginRules;
import dev.odinbot.testing.TestKit;
import dev.odinbot.testing.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ModerationPluginTest {

    private static final Penalties PENALTIES = new Penalties(2, 1, 10, 60);
    private static final Flood NO_LIMIT = new Flood(0, 10);

    private final FakeRoom room = new FakeRoom();

    @Test
    void commands_byModerator_askTheGateway() throws Exception {
        room.start("moderation", ModerationPlugin.class);
        room.peer("Mod").isA("moderator");
        room.peer("Anna");
        room.peer("Dora");

        new Transcript(room)
                .says("Anna", "!kick Mod", "!announce Hello")
                .says(
                        "Mod",
                        "!kick Ann",
                        "!kick Ann",
                        "!ban Dora 90s",
                        "!ban Bert 1d2h",
                        "!ban Bert 0s",
                        "!announce The show  begins")
                .says("Mod", "!close")
                .then("the gateway says no", () -> room.moderation().refuses("The gateway did not answer."))
                .says("Mod", "!ban Clara 10m")
                .then("now in German", () -> room.setLocale(Locale.GERMAN))
                .says("Mod", "!ban Bert 0s")
                .matches(getClass(), "commands.txt");
        assertThat(room.moderation().asked())
                .containsExactly(
                        "kick Anna from Lobby",
                        "ban Dora from Lobby for PT1M30S",
                        "ban Bert from Lobby for PT26H",
                        "announce in Lobby: The show  begins",
                        "ban Clara from Lobby for PT10M");
    }

    @Test
    void close_byOwner_closesTheRoom() throws Exception {
        room.start("moderation", ModerationPlugin.class);

        room.peer("Olga").isA("owner").says("!close 1h");
        assertThat(room).replied("The room is closed.");
        assertThat(room.moderation().asked()).containsExactly("close Lobby for PT1H");
    }

    @Test
    void kick_ownerByModerator_isRefused() throws Exception {
        room.start("moderation", ModerationPlugin.class);
        FakePeer olga = room.peer("Olga").isA("owner");

        room.peer("Mod").isA("moderator").says("!kick Olga");
        assertThat(room).replied("Olga cannot be thrown out by you.");
        room.peer("Mod").says("!ban Olga 1h");
        assertThat(room).replied("Olga cannot be thrown out by you.");
        olga.says("!kick Olga");
        assertThat(room.moderation().asked()).containsExactly("kick Olga from Lobby");
    }

    @Test
    void words_again_warnThenKickThenBan() throws Exception {
        start(List.of("bad"), NO_LIMIT);
        FakePeer anna = room.peer("Anna");

        anna.says("Not so bad!");
        assertThat(room).replied("Anna, please mind your words.");
        anna.says("badly").says("bád");
        assertThat(room).replied("Anna, please mind your words.");
        anna.says("bad");
        assertThat(room).replied("Anna is thrown out for their words.");
        anna.joins().says("!roll bad");
        assertThat(room).repliedContaining("Anna is banned for 10 minutes for their words.");
        assertThat(room.moderation().asked()).containsExactly("kick Anna from Lobby", "ban Anna from Lobby for PT10M");
    }

    @Test
    void penalty_isAnnouncedWhenTheGatewayHasAnswered() throws Exception {
        start(List.of("bad"), NO_LIMIT);
        FakePeer anna = room.peer("Anna").says("bad").says("bad");
        room.moderation().waits();

        anna.says("bad");
        assertThat(room).saidNothing();
        room.moderation().answers();

        assertThat(room.lastReply()).isEqualTo("Anna is thrown out for their words.");
    }

    @Test
    void penalty_refusedByTheGateway_saysSo() throws Exception {
        start(List.of("bad"), NO_LIMIT);
        FakePeer anna = room.peer("Anna").says("bad").says("bad");
        room.moderation().refuses("The gateway did not answer.");

        anna.says("bad");

        assertThat(room).replied("Anna could not be thrown out: The gateway did not answer.");
        assertThat(room.replies()).noneMatch(reply -> reply.contains("thrown out for"));
    }

    @Test
    void words_longAgo_areForgotten() throws Exception {
        start(List.of("bad"), NO_LIMIT);
        FakePeer anna = room.peer("Anna").says("bad").says("bad");

        room.elapse(Duration.ofMinutes(60));
        anna.says("bad");
        assertThat(room).replied("Anna, please mind your words.");
    }

    @Test
    void words_ofAModerator_areTheirOwn() throws Exception {
        start(List.of("bad"), new Flood(1, 10));

        room.peer("Mod").isA("moderator").says("bad");
        assertThat(room).saidNothing();
        room.peer("Olga").isA("owner").says("bad");
        assertThat(room).saidNothing();
    }

    @Test
    void flood_tooManyLinesInTheTime_isWarned() throws Exception {
        start(List.of(), new Flood(3, 10));
        FakePeer anna = room.peer("Anna").says("one").says("two");

        room.elapse(Duration.ofSeconds(10));
        anna.says("three").says("four");
        room.peer("Bert").says("five");
        assertThat(room).saidNothing();
        anna.says("six");
        assertThat(room).replied("Anna, please write less.");
        anna.says("seven");
        assertThat(room).saidNothing();
    }

    @Test
    void filter_withoutSettings_isOff() throws Exception {
        room.start("moderation", ModerationPlugin.class);
        FakePeer anna = room.peer("Anna");

        for (int i = 0; i < 100; i++) {
            anna.says("bad " + i);
            assertThat(room).saidNothing();
        }
    }

    @Test
    void config_shippedFile_isTheDefaults() {
        Path shipped = Path.of("../../config.yml");

        assertThat(TestKit.section(shipped, "moderation", ModerationConfig.class))
                .isEqualTo(Section.empty().as(ModerationConfig.class));
    }

    @Test
    void help_inGerman_isGerman() throws Exception {
        room.start("moderation", ModerationPlugin.class);
        room.setLocale(Locale.GERMAN);
        room.peer("Olga").isA("owner");
        new Transcript(room)
                .says("Olga", "!help kick", "!help ban", "!help close", "!help announce")
                .matches(getClass(), "help-german.txt");
    }

    @Test
    void imports_onlyTheApi() {
        PluginRules.assertImportsOnlyTheApi(ModerationPlugin.class);
    }

    private void start(List<String> words, Flood flood) throws Exception {
        room.start("moderation", ModerationPlugin.class, new ModerationConfig(words, flood, PENALTIES));
    }
}

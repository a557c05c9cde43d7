package dev.odinbot.plugins.moderation;

import static dev.odinbot.testing.TestKit.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.config.Section;
import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.PluginRules;
import dev.odinbot.testing.TestKit;
import dev.odinbot.testing.Transcript;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ModerationPluginTest {

    private final FakeRoom room = new FakeRoom();

    @Test
    void commands_byModerator_askTheGateway() throws Exception {
        room.start("moderation", ModerationPlugin.class);
        room.peer("Mod").isA("moderator");
        room.peer("Anna");

        new Transcript(room)
                .says("Anna", "!kick Mod", "!announce Hello")
                .says("Mod", "!kick Ann", "!kick Ann", "!ban Bert 1d2h", "!ban Bert 0s", "!announce The show  begins")
                .says("Mod", "!close")
                .then("the gateway says no", () -> room.moderation().refuses("The gateway did not answer."))
                .says("Mod", "!ban Clara 10m")
                .then("now in German", () -> room.setLocale(Locale.GERMAN))
                .says("Mod", "!ban Bert 0s")
                .matches(getClass(), "commands.txt");
        assertThat(room.moderation().asked())
                .containsExactly(
                        "kick Anna from Lobby",
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
    void config_shippedFile_isTheDefaults() {
        Path shipped = Path.of("../../config.yml");

        assertThat(TestKit.section(shipped, "moderation", ModerationConfig.class))
                .isEqualTo(Section.empty().as(ModerationConfig.class));
    }

    @Test
    void imports_onlyTheApi() {
        PluginRules.assertImportsOnlyTheApi(ModerationPlugin.class);
    }
}

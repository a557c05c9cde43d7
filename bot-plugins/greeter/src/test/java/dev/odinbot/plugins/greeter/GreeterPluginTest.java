package dev.odinbot.plugins.greeter;

import static dev.odinbot.testing.TestKit.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.config.Section;
import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.PluginRules;
import dev.odinbot.testing.TestKit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreeterPluginTest {

    private final FakeRoom room = new FakeRoom();

    @Test
    void join_withoutSettings_isNotGreeted() throws Exception {
        room.start("greeter", GreeterPlugin.class);

        room.peer("Anna");
        assertThat(room).saidNothing();
    }

    @Test
    void join_greeting_namesPeerAndRoom() throws Exception {
        start("", "Welcome to {room}, {name}!", "Hello {name}, this is {room}.");

        room.peer("Anna");
        assertThat(room).repliedMatching("Welcome to Lobby, Anna!|Hello Anna, this is Lobby\\.");
    }

    @Test
    void join_nameLikeAPlaceholder_staysAsItIs() throws Exception {
        start("", "Hello {name}");

        room.peer("{room}\n!stop");
        assertThat(room).replied("Hello {room} !stop");
    }

    @Test
    void join_againSoon_isGreetedOnlyLater() throws Exception {
        start("", "Hello {name}");
        FakePeer anna = room.peer("Anna");

        room.elapse(Duration.ofMinutes(9));
        anna.leaves().joins();
        assertThat(room).saidNothing();

        room.elapse(Duration.ofMinutes(1));
        anna.leaves().joins();
        assertThat(room).replied("Hello Anna");
    }

    @Test
    void join_anotherRoom_isGreetedThereToo() throws Exception {
        start("", "Hello {name} in {room}");
        FakeRoom hall = room.another("Hall");

        room.peer("Anna");
        hall.peer("Anna");
        assertThat(hall).replied("Hello Anna in Hall");
    }

    @Test
    void join_inQuietHours_isNotGreeted() throws Exception {
        start("22:00-01:00", "Hello {name}");

        room.peer("Anna"); // the clock begins at midnight
        assertThat(room).saidNothing();
        room.elapse(Duration.ofHours(1));
        room.peer("Bert");
        assertThat(room).replied("Hello Bert");
    }

    @Test
    void leave_lastOfTheUser_isSeenOff() throws Exception {
        room.start("greeter", GreeterPlugin.class, new GreeterConfig(List.of(), List.of("Bye {name}"), 10, ""));
        FakePeer anna = room.peer("Anna");
        FakePeer phone = room.peer("Anna on the phone", "Anna");

        anna.leaves();
        assertThat(room).saidNothing();
        phone.leaves();
        assertThat(room).replied("Bye Anna on the phone");
    }

    @Test
    void config_shippedFile_isTheDefaults() {
        Path shipped = Path.of("../../config.yml");

        assertThat(TestKit.section(shipped, "greeter", GreeterConfig.class))
                .isEqualTo(Section.empty().as(GreeterConfig.class));
    }

    @Test
    void imports_onlyTheApi() {
        PluginRules.assertImportsOnlyTheApi(GreeterPlugin.class);
    }

    private void start(String quiet, String... greetings) throws Exception {
        room.start("greeter", GreeterPlugin.class, new GreeterConfig(List.of(greetings), List.of(), 10, quiet));
    }
}

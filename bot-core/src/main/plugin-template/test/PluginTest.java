package @package@;

import static dev.odinbot.testing.TestKit.assertThat;

import dev.odinbot.testing.FakeRoom;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class @Name@PluginTest {

    private final FakeRoom room = new FakeRoom();

    @BeforeEach
    void start() throws Exception {
        room.start("@id@", @Name@Plugin.class, new @Name@Config("Welcome"));
    }

    @Test
    void hello_withoutName_greetsTheSenderAndCountsWhoCame() {
        room.peer("Anna");
        room.peer("Ben").says("!@id@");

        assertThat(room).replied("Welcome, Ben! Came in since I started: 2.");
    }

    @Test
    void hello_withName_greetsThatOneInTheRoomsLanguage() {
        room.setLocale(Locale.GERMAN);

        room.peer("Anna").says("!@id@ Ben");

        assertThat(room).replied("Welcome, Ben! Hereingekommen, seit ich laufe: 1.");
    }
}

package @package@;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.testing.FakeRoom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class @Name@PluginTest {

    private final FakeRoom room = new FakeRoom();

    @BeforeEach
    void start() throws Exception {
        room.start("@id@", new @Name@Plugin(), new @Name@Config("Welcome"));
    }

    @Test
    void hello_withoutName_isSaidToTheSender() {
        room.peer("anna").says("!@id@");

        assertThat(room.lastReply()).startsWith("Welcome, anna!");
    }

    @Test
    void hello_withName_isSaidToThatOne() {
        room.peer("anna").says("!@id@ Ben");

        assertThat(room.lastReply()).startsWith("Welcome, Ben!");
    }
}

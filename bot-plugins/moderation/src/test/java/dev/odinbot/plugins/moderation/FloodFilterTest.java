package dev.odinbot.plugins.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.room.UserId;
import dev.odinbot.testing.FakeRoom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloodFilterTest {

    @Test
    void matches_usersWhoAreSilentAgain_areForgotten() {
        FakeRoom room = new FakeRoom();
        FloodFilter filter = new FloodFilter(new ModerationConfig.Flood(3, 10), room.clock());
        for (int i = 0; i < 1000; i++) {
            filter.matches(new UserId("user-" + i));
        }
        assertThat(filter.size()).isEqualTo(1000);

        room.elapse(Duration.ofSeconds(10));
        filter.matches(new UserId("another"));

        assertThat(filter.size()).isEqualTo(1);
    }
}

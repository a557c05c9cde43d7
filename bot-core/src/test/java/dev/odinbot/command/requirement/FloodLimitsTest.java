package dev.odinbot.command.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Scope;
import dev.odinbot.api.room.UserId;
import dev.odinbot.command.requirement.ChatConfig.Limit;
import dev.odinbot.command.requirement.FloodLimits.TooFast;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.FakeTicker;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FloodLimitsTest {

    private final FakeTicker ticker = new FakeTicker();
    private final FakeRoom room = new FakeRoom();
    private final FloodLimits limits = new FloodLimits(ticker, new ChatConfig(new Limit(3, 60), new Limit(6, 120)));

    private Optional<TooFast> count(String user) {
        return limits.count(room, new UserId(user));
    }

    @Test
    void count_oneChatter_starvesNobody() {
        int heard = 0;
        for (int second = 0; second < 600; second++) {
            for (int line = 0; line < 50; line++) {
                count("chatter");
            }
            if (second % 2 == 0) {
                heard += count("quiet").isEmpty() ? 1 : 0;
            }
            ticker.advance(Duration.ofSeconds(1));
        }

        assertThat(heard).isEqualTo(300);
    }

    @Test
    void count_tooFast_isToldOncePerEpisode() {
        for (int i = 0; i < 3; i++) {
            assertThat(count("anna")).isEmpty();
        }
        assertThat(count("anna")).contains(new TooFast(Scope.USER, Duration.ofSeconds(1), false));
        assertThat(count("anna")).contains(new TooFast(Scope.USER, Duration.ofSeconds(1), true));
        ticker.advance(Duration.ofSeconds(1));
        assertThat(count("anna")).as("the rate goes on").isEmpty();
        assertThat(count("anna")).contains(new TooFast(Scope.USER, Duration.ofSeconds(1), true));
        ticker.advance(Duration.ofSeconds(3));

        for (int i = 0; i < 3; i++) {
            assertThat(count("anna")).isEmpty();
        }
        assertThat(count("anna")).contains(new TooFast(Scope.USER, Duration.ofSeconds(1), false));
        assertThat(limits.refused()).isEqualTo(4);
    }

    @Test
    void count_manyUsers_areHeldBackByTheRoom() {
        for (int user = 0; user < 6; user++) {
            assertThat(count("user-" + user)).isEmpty();
        }
        assertThat(count("user-6")).contains(new TooFast(Scope.ROOM, Duration.ofMillis(500), false));
        assertThat(count("user-7"))
                .as("told to the room already")
                .contains(new TooFast(Scope.ROOM, Duration.ofMillis(500), true));
        assertThat(limits.count(room.another("Attic"), new UserId("user-7"))).isEmpty();
    }

    @Test
    void configure_noLimit_letsEverythingThrough() {
        limits.configure(ChatConfig.UNLIMITED);

        for (int i = 0; i < 10_000; i++) {
            assertThat(count("anna")).isEmpty();
        }
    }
}

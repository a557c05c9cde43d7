package dev.odinbot.command.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Scope;
import dev.odinbot.api.room.UserId;
import dev.odinbot.command.requirement.ChatConfig.Limit;
import dev.odinbot.command.requirement.FloodLimits.TooFast;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.FakeTicker;
import java.time.Duration;
import java.util.List;
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
    void count_tooFast_isToldEveryHalfMinute() {
        for (int i = 0; i < 3; i++) {
            assertThat(count("anna")).isEmpty();
        }
        assertThat(count("anna")).contains(new TooFast(Scope.USER, Duration.ofSeconds(1), false));
        assertThat(count("anna")).contains(new TooFast(Scope.USER, Duration.ofSeconds(1), true));
        int told = 0;
        for (int second = 0; second < 600; second++) {
            ticker.advance(Duration.ofSeconds(1));
            assertThat(count("anna")).as("the rate goes on").isEmpty();
            for (int line = 0; line < 5; line++) {
                told += count("anna").orElseThrow().told() ? 0 : 1;
            }
        }

        assertThat(told).isEqualTo(20);
        assertThat(limits.refused()).isEqualTo(3002);
    }

    @Test
    void count_manyUsers_areHeldBackByTheRoom_andEachIsTold() {
        for (int user = 0; user < 6; user++) {
            assertThat(count("user-" + user)).isEmpty();
        }
        for (String user : List.of("user-6", "user-7")) {
            assertThat(count(user)).contains(new TooFast(Scope.ROOM, Duration.ofMillis(500), false));
            assertThat(count(user)).contains(new TooFast(Scope.ROOM, Duration.ofMillis(500), true));
        }
        assertThat(limits.count(room.another("Attic"), new UserId("user-7"))).isEmpty();
    }

    @Test
    void count_refusedByTheRoom_usesUpNothingOfTheUser() {
        for (int user = 0; user < 6; user++) {
            count("user-" + user);
        }
        FakeRoom attic = room.another("Attic");
        for (int line = 0; line < 10; line++) {
            assertThat(count("anna").orElseThrow().per()).isEqualTo(Scope.ROOM);
        }

        for (int line = 0; line < 3; line++) {
            assertThat(limits.count(attic, new UserId("anna"))).isEmpty();
        }
        assertThat(limits.count(attic, new UserId("anna")).orElseThrow().per()).isEqualTo(Scope.USER);
    }

    @Test
    void configure_noLimit_letsEverythingThrough() {
        limits.configure(ChatConfig.UNLIMITED);

        for (int i = 0; i < 10_000; i++) {
            assertThat(count("anna")).isEmpty();
        }
    }
}

package dev.odinbot.plugins.greeter;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import java.util.List;

/**
 * The section {@code plugins.greeter}.
 *
 * @param greetings one of them, by chance, is said about who comes in; {@code {name}} and {@code {room}} are filled in; none = silent
 * @param farewells the same about who goes
 * @param againMinutes so long after a line about a user there is no other one of its kind about them in that room
 * @param quiet hours without any, for instance {@code 22:00-07:00}; empty = none
 */
record GreeterConfig(
        @Default("[]") List<String> greetings,
        @Default("[]") List<String> farewells,
        @Default("10") @Between(min = 0, max = 10_080) int againMinutes,
        @Default("\"\"") String quiet) {

    GreeterConfig {
        QuietHours.parse(quiet); // so that a mistake is reported with its line
    }
}

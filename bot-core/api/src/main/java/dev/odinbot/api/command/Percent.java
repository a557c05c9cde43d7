package dev.odinbot.api.command;

/**
 * A share as an argument: {@code 80} or {@code 80%}.
 *
 * @param value 80 for 80 %; bounded by {@link dev.odinbot.api.Between}, else at least 0
 */
public record Percent(int value) {
    @Override
    public String toString() {
        return value + "%";
    }
}

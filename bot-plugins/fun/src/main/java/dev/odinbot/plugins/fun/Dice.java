package dev.odinbot.plugins.fun;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Dice to roll, as players write them.
 *
 * @param count how many, 1 to {@value #MAX_COUNT}
 * @param sides of each, 2 to {@value #MAX_SIDES}
 * @param plus added to the sum; may be negative
 */
record Dice(int count, int sides, int plus) {

    static final int MAX_COUNT = 50;
    static final int MAX_SIDES = 1000;
    static final int MAX_PLUS = 1000;

    /** What each die shows. */
    List<Integer> roll(RandomGenerator random) {
        return random.ints(count, 1, sides + 1).boxed().toList();
    }

    int total(List<Integer> rolled) {
        return rolled.stream().mapToInt(Integer::intValue).sum() + plus;
    }

    /** {@code 2d6+1}. */
    @Override
    public String toString() {
        return (count == 1 ? "" : count) + "d" + sides + (plus == 0 ? "" : signed(plus));
    }

    private static String signed(int number) {
        return (number > 0 ? "+" : "") + number;
    }
}

package dev.odinbot.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name somebody probably meant, and how far from it that was. */
public final class Nearest {

    private Nearest() {}

    /** The name most like {@code typed}, if one is like enough to be worth suggesting. */
    public static Optional<String> to(String typed, Collection<String> names) {
        int worthwhile = Math.max(1, typed.length() / 3);
        return names.stream()
                .filter(name -> edits(typed, name) <= worthwhile)
                .min(Comparator.comparingInt(name -> edits(typed, name)));
    }

    /** Letters to insert, remove, replace or swap with their neighbour to come from {@code a} to {@code b}. */
    public static int edits(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int cheapest = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cheapest, edits[i - 2][j - 2] + 1) : cheapest;
    }
}

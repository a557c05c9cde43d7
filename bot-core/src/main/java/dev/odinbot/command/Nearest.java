package dev.odinbot.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped word was meant to be. */
final class Nearest {

    private static final int MAX_TYPED = 40;

    private Nearest() {}

    /** The candidate with the fewest slips of the keyboard, if these are few for a word of that length. */
    static Optional<String> of(String typed, Collection<String> candidates) {
        if (typed.length() > MAX_TYPED) {
            return Optional.empty();
        }
        int allowed = typed.length() < 3 ? 0 : typed.length() < 5 ? 1 : typed.length() < 9 ? 2 : 3;
        return candidates.stream()
                .filter(candidate -> slips(typed, candidate) <= Math.min(allowed, candidate.length() - 1))
                .min(Comparator.comparingInt((String candidate) -> slips(typed, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int slips(String typed, String candidate) {
        return candidate.startsWith(typed) ? 1 : distance(typed, candidate);
    }

    /** Letters left out, added, replaced, or swapped with their neighbour (Damerau-Levenshtein, optimal alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

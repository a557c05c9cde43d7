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
        // Three rows of the table are enough, and strangers can make us do this for every command there is.
        int[] twoBefore = new int[b.length() + 1];
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] oldest = twoBefore;
            twoBefore = before;
            before = row;
            row = oldest;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(before[j - 1] + (same ? 0 : 1), 1 + Math.min(before[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBefore[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }
}

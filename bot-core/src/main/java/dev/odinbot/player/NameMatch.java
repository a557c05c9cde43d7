package dev.odinbot.player;

import dev.odinbot.api.text.PlainText;
import dev.odinbot.config.Nearest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the file that somebody means. Case, accents, blanks, punctuation and the ending do not matter. A whole name is better
 * than its beginning, that than all words in any order, that than words with small typos; among equals the shorter name wins,
 * then the alphabet.
 */
final class NameMatch {

    /** @param name path in the library */
    record Candidate(Path file, String name) {}

    private static final int NAME = 0;
    private static final int PREFIX = 1;
    private static final int WORDS = 2;
    private static final int TYPOS = 3;

    private record Rank(Candidate candidate, int kind, int typos, int length) {}

    private static final Comparator<Rank> BEST_FIRST = Comparator.comparingInt(Rank::kind)
            .thenComparingInt(Rank::typos)
            .thenComparingInt(Rank::length)
            .thenComparing(rank -> rank.candidate.name);

    private NameMatch() {}

    static Optional<Path> best(String query, Collection<Candidate> candidates) {
        String wanted = plain(FileName.withoutEnding(query.strip()));
        String compact = compact(wanted);
        if (compact.isEmpty()) {
            return Optional.empty();
        }
        return candidates.stream()
                .flatMap(candidate -> rank(candidate, wanted, compact).stream())
                .min(BEST_FIRST)
                .map(rank -> rank.candidate.file);
    }

    private static Optional<Rank> rank(Candidate candidate, String wanted, String compact) {
        String path = plain(FileName.withoutEnding(candidate.name));
        String compactPath = compact(path);
        String name =
                compact(plain(FileName.withoutEnding(candidate.name.substring(candidate.name.lastIndexOf('/') + 1))));
        List<String> words = words(wanted);
        if (name.equals(compact) || compactPath.equals(compact)) {
            return rank(candidate, NAME, 0, name);
        } else if (name.startsWith(compact) || compactPath.startsWith(compact)) {
            return rank(candidate, PREFIX, 0, name);
        } else if (words.stream().allMatch(compactPath::contains)) {
            return rank(candidate, WORDS, 0, name);
        }
        int typos = Math.min(typos(compact, name), typos(words, words(path)));
        return typos == Integer.MAX_VALUE ? Optional.empty() : rank(candidate, TYPOS, typos, name);
    }

    private static Optional<Rank> rank(Candidate candidate, int kind, int typos, String name) {
        return Optional.of(new Rank(candidate, kind, typos, name.length()));
    }

    /** An apostrophe is no gap between words. */
    private static String plain(String text) {
        return PlainText.words(text.replaceAll("['’＇]", ""));
    }

    private static String compact(String plain) {
        return plain.replace(" ", "");
    }

    private static List<String> words(String plain) {
        return Arrays.asList(plain.split(" "));
    }

    /** Typos needed to find every wanted word among {@code words}; MAX_VALUE when one is too far from all of them. */
    private static int typos(List<String> wanted, List<String> words) {
        int sum = 0;
        for (String want : wanted) {
            int least = words.stream()
                    .mapToInt(word -> word.contains(want) ? 0 : typos(want, word))
                    .min()
                    .orElse(Integer.MAX_VALUE);
            if (least == Integer.MAX_VALUE) {
                return least;
            }
            sum += least;
        }
        return sum;
    }

    /** Typos between two words; MAX_VALUE when more than so long a word is forgiven. */
    private static int typos(String wanted, String word) {
        int forgiven = wanted.length() < 4 ? 0 : wanted.length() < 8 ? 1 : 2;
        if (Math.abs(wanted.length() - word.length()) > forgiven) {
            return Integer.MAX_VALUE;
        }
        int distance = Nearest.edits(wanted, word);
        return distance <= forgiven ? distance : Integer.MAX_VALUE;
    }
}

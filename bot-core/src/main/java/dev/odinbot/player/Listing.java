package dev.odinbot.player;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A playlist file as written.
 *
 * @param name empty when it has none
 * @param more how many further tracks it names, beyond the {@code lines}
 * @param hls whether its lines are pieces of one stream (RFC 8216) and not tracks
 */
record Listing(String name, List<Line> lines, int more, boolean hls) {

    /** As many as can ever be queued, with the one that plays: a long list of short lines would fill the memory. */
    static final int MOST_LINES = WaitingTracks.LIMIT + 1;

    /** One track of it; {@code title} may be empty. */
    record Line(String location, String title, Optional<Duration> length) {}

    private static final Pattern PLS_KEY = Pattern.compile("(?i)(File|Title|Length)(\\d{1,6})\\s*=\\s*(.*)");
    private static final Pattern INFO = Pattern.compile("#EXTINF:\\s*(-?\\d{1,9})[^,]*,?(.*)");

    static Listing parse(String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return clean.stripLeading().toLowerCase(Locale.ROOT).startsWith("[playlist]")
                ? parsePls(clean)
                : parseM3u(clean);
    }

    private static Listing parseM3u(String text) {
        List<Line> lines = new ArrayList<>();
        int more = 0;
        String name = "";
        String title = "";
        Optional<Duration> length = Optional.empty();
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            String line = raw.strip();
            Matcher info = INFO.matcher(line);
            if (info.matches()) {
                length = seconds(info.group(1));
                title = info.group(2).strip();
            } else if (line.startsWith("#PLAYLIST:")) {
                name = line.substring("#PLAYLIST:".length()).strip();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (lines.size() < MOST_LINES) {
                    lines.add(new Line(line, title, length));
                } else {
                    more++;
                }
                title = "";
                length = Optional.empty();
            }
        }
        return new Listing(name, List.copyOf(lines), more, text.contains("#EXT-X-"));
    }

    private static Listing parsePls(String text) {
        int more = 0;
        TreeMap<Integer, Line> lines = new TreeMap<>();
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            Matcher key = PLS_KEY.matcher(raw.strip());
            if (!key.matches()) {
                continue;
            }
            int number = Integer.parseInt(key.group(2));
            if (lines.size() < MOST_LINES || lines.containsKey(number)) {
                String value = key.group(3).strip();
                Line old = lines.getOrDefault(number, new Line("", "", Optional.empty()));
                Line line = switch (Character.toLowerCase(key.group(1).charAt(0))) {
                    case 'f' -> new Line(value, old.title, old.length);
                    case 't' -> new Line(old.location, value, old.length);
                    default -> new Line(old.location, old.title, seconds(value));
                };
                lines.put(number, line);
            } else if (Character.toLowerCase(key.group(1).charAt(0)) == 'f') {
                more++;
            }
        }
        List<Line> named =
                lines.values().stream().filter(line -> !line.location.isEmpty()).toList();
        return new Listing("", named, more, false);
    }

    /** Playlists write -1 or 0 for a length they do not know. */
    private static Optional<Duration> seconds(String value) {
        return value.matches("[1-9]\\d{0,8}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : Optional.empty();
    }
}

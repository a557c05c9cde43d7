package dev.odinbot.bench;

import java.util.List;
import java.util.stream.Stream;

/** Lines that people type, without prefix. */
public enum LineKind {
    BARE("skip", "s", "pause", "coin", "nowplaying", "playlist list", "queue"),
    NUMBERS("volume 80", "vol 150", "remove 3", "move 12 3", "queue 2", "speed 1.25", "seek 95"),
    WORDS("loop one", "bass true", "forward 30s", "plugins info music", "perm grant dj music.skip"),
    QUOTED("say \"hello there\" \"you two\"", "playlist rename \"old one\" \"new one\"", "kick \"Anna B\""),
    REST("play never gonna give you up", "p demo", "choose tea or coffee or water", "playlist add party some song"),
    FLAGS("shuffle --all --quietly", "shuffle -a", "search \"road trip\" --limit 5", "search rain --newest -l 20"),
    BAD("volume loud", "volume 1510", "remove", "skip now", "loop twice", "speed fast", "playlist save"),
    UNKNOWN("frobnicate", "plya demo", "playlist svae party", "vloume 5"),
    DENIED("shutdown"),
    /** As a room hears them: mostly right. */
    MIXED(Stream.of(BARE, BARE, BARE, NUMBERS, NUMBERS, WORDS, WORDS, QUOTED, REST, REST, FLAGS, BAD, UNKNOWN, DENIED)
            .flatMap(kind -> kind.lines.stream())
            .toArray(String[]::new));

    private final List<String> lines;

    LineKind(String... lines) {
        this.lines = List.of(lines);
    }

    DispatchResult result() {
        return switch (this) {
            case BAD, UNKNOWN -> DispatchResult.REFUSED;
            case DENIED -> DispatchResult.DENIED;
            default -> DispatchResult.RAN;
        };
    }

    List<String> lines() {
        return lines;
    }
}

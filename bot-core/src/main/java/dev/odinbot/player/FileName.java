package dev.odinbot.player;

import java.util.Locale;
import java.util.Set;

/** Endings of file names. */
final class FileName {

    private static final Set<String> PLAYLISTS = Set.of("m3u", "m3u8", "pls");
    private static final Set<String> SOUNDS = Set.of(
            "mp3", "ogg", "oga", "opus", "webm", "mka", "mkv", "flac", "wav", "wave", "m4a", "m4b", "mp4", "aac", "ts");

    private FileName() {}

    static boolean isPlaylist(String name) {
        return PLAYLISTS.contains(ending(name));
    }

    static boolean isPlayable(String name) {
        return SOUNDS.contains(ending(name)) || isPlaylist(name);
    }

    /** The name without a known ending; other dots belong to the name. */
    static String withoutEnding(String name) {
        return isPlayable(name) ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** What follows the last dot, in lower case; empty without one. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}

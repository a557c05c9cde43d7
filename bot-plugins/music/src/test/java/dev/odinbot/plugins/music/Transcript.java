package dev.odinbot.plugins.music;

import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.GoldenFile;
import java.util.List;

/** A room with the plugin, and what is said in it, as a golden file shows it. */
final class Transcript {

    private final FakeRoom room = new FakeRoom();
    private final StringBuilder text = new StringBuilder();

    Transcript() throws Exception {
        room.start("music", new MusicPlugin());
    }

    FakeRoom room() {
        return room;
    }

    /** Anna says each line; what the bot answers is written below it. */
    Transcript says(String... lines) {
        for (String line : lines) {
            int before = room.replies().size();
            room.peer("Anna").says(line);
            text.append("> ").append(line).append('\n');
            List<String> replies = room.replies();
            replies.subList(before, replies.size())
                    .forEach(reply -> text.append(reply).append('\n'));
        }
        return this;
    }

    /** What happens between the lines. */
    Transcript then(String what, Runnable action) {
        action.run();
        text.append("(").append(what).append(")\n");
        return this;
    }

    void matches(String goldenFile) {
        GoldenFile.assertMatches(getClass(), goldenFile, text.toString());
    }
}

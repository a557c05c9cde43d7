package dev.odinbot.guide;

import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.TestKit;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays a transcript of the guide in a room: does what people do there, and writes down the same with what the bot really says.
 *
 * <p>A line is {@code Anna: !roll}, or {@code bot: …}, whose further lines are indented, or in brackets what happens: {@code (Ben comes
 * in)}, {@code (Ben leaves)}, {@code (10 minutes pass)}.
 */
final class Scene {

    private static final Pattern SAYS = Pattern.compile("(\\w+): (.*)");
    private static final Pattern HAPPENS =
            Pattern.compile("\\((\\w+) (comes in|leaves|minutes pass|is a moderator)\\)");
    private static final String BOT = "bot: ";

    private final FakeRoom room;
    private final StringBuilder played = new StringBuilder();
    private int heard;

    Scene(FakeRoom room) {
        this.room = room;
    }

    String play(String transcript) {
        for (String line : transcript.lines().toList()) {
            Matcher happens = HAPPENS.matcher(line);
            Matcher says = SAYS.matcher(line);
            if (happens.matches()) {
                played.append(line).append('\n');
                happen(happens.group(1), happens.group(2));
                writeReplies();
            } else if (says.matches() && !line.startsWith(BOT)) {
                FakePeer peer = room.peer(says.group(1));
                writeReplies();
                played.append(line).append('\n');
                peer.says(says.group(2));
                TestKit.assertThat(room).repliedMatching("(?s).*"); // perhaps only when the database has
                writeReplies();
            }
        }
        return played.toString();
    }

    private void happen(String who, String what) {
        switch (what) {
            case "comes in" -> room.peer(who);
            case "leaves" -> room.peer(who).leaves();
            case "is a moderator" -> room.peer(who).isA("moderator");
            default -> room.elapse(Duration.ofMinutes(Long.parseLong(who)));
        }
    }

    private void writeReplies() {
        List<String> replies = room.replies();
        replies.subList(heard, replies.size())
                .forEach(reply -> played.append(BOT)
                        .append(reply.replace("\n", "\n" + " ".repeat(BOT.length())))
                        .append('\n'));
        heard = replies.size();
    }
}

package dev.odinbot.plugins.music;

import dev.odinbot.api.Between;
import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Room;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Looking at the queue and changing it. */
final class QueueCommands {

    private static final int PAGE_SIZE = 10;

    @Command("queue [page]")
    @Alias("q")
    @Description("Lists the tracks that wait.")
    Reply queue(Player player, Room room, @Between(min = 1) OptionalInt page) {
        Optional<NowPlaying> now = player.nowPlaying();
        List<TrackInfo> waiting = player.queue().tracks();
        String playing = now.map(NowPlaying::track).map(Texts::titleAndLength).orElse("");
        if (waiting.isEmpty()) {
            return Reply.of(
                    playing.isEmpty() ? "The queue is empty." : "Now: " + playing + "\nNothing waits behind it.");
        }
        int pages = (waiting.size() + PAGE_SIZE - 1) / PAGE_SIZE;
        int shown = page.orElse(1);
        if (shown > pages) {
            return Reply.of("The queue has only " + Texts.count(pages, "page") + ".");
        }
        StringBuilder text = new StringBuilder(playing.isEmpty() ? "" : "Now: " + playing + "\n");
        int end = Math.min(shown * PAGE_SIZE, waiting.size());
        for (int position = (shown - 1) * PAGE_SIZE + 1; position <= end; position++) {
            text.append(position)
                    .append(". ")
                    .append(Texts.titleAndKnownLength(waiting.get(position - 1)))
                    .append('\n');
        }
        text.append("Page ")
                .append(shown)
                .append('/')
                .append(pages)
                .append(": ")
                .append(total(waiting));
        if (shown < pages) {
            text.append(". More with ").append(room.prefix()).append("queue ").append(shown + 1);
        }
        return Reply.of(text.toString());
    }

    /** {@code 12 tracks, 40:12}; streams, and what a playlist does not tell of, have no length to add. */
    private static String total(List<TrackInfo> tracks) {
        Duration length =
                tracks.stream().flatMap(track -> track.length().stream()).reduce(Duration.ZERO, Duration::plus);
        int without =
                (int) tracks.stream().filter(track -> track.length().isEmpty()).count();
        String time = without == tracks.size() ? "" : ", " + Texts.time(length);
        return Texts.count(tracks.size(), "track") + time + (without == 0 ? "" : ", " + without + " without a length");
    }

    @Command("remove <n>")
    @Description("Takes the track at position n out of the queue.")
    Reply remove(Player player, @Between(min = 1) int n) {
        return Reply.of(player.queue()
                .remove(n)
                .map(track -> "Removed " + Texts.title(track) + ".")
                .orElseGet(() -> {
                    int size = player.queue().tracks().size();
                    return size == 0
                            ? "The queue is empty."
                            : "There is no position " + n + ": the queue has " + Texts.count(size, "track") + ".";
                }));
    }

    @Command("clear")
    @Description("Empties the queue; what plays goes on.")
    Reply clear(Player player) {
        int removed = player.queue().clear();
        return Reply.of(
                removed == 0 ? "The queue is empty." : "Removed " + Texts.count(removed, "track") + " from the queue.");
    }
}

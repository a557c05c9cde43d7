package dev.odinbot.plugins.music;

import dev.odinbot.api.Between;
import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Vote;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Messages;
import dev.odinbot.api.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looking at the queue and changing it. */
final class QueueCommands {

    private static final int PAGE_SIZE = 10;
    private static final Text NOTHING = Text.of("");

    private final Messages messages;

    QueueCommands(Messages messages) {
        this.messages = messages;
    }

    @Command("queue [page]")
    @Alias("q")
    @Description("Lists the tracks that wait.")
    Reply queue(Player player, Room room, @Between(min = 1) OptionalInt page) {
        Optional<Text> playing = player.nowPlaying().map(NowPlaying::track).map(Texts::titleAndLength);
        List<TrackInfo> waiting = player.queue().tracks();
        if (waiting.isEmpty()) {
            return playing.map(track -> Reply.key("queue.only", track)).orElseGet(QueueCommands::empty);
        }
        int pages = (waiting.size() + PAGE_SIZE - 1) / PAGE_SIZE;
        int shown = page.orElse(1);
        if (shown > pages) {
            return Reply.key("queue.pages", pages);
        }
        Text more = shown == pages ? NOTHING : Text.key("queue.more", room.prefix(), shown + 1);
        return Reply.key(
                "queue.page",
                playing.map(track -> Text.key("queue.now", track)).orElse(NOTHING),
                lines(room, waiting, shown),
                shown,
                pages,
                total(waiting),
                more);
    }

    private String lines(Room room, List<TrackInfo> waiting, int page) {
        int first = (page - 1) * PAGE_SIZE;
        return IntStream.range(first, Math.min(first + PAGE_SIZE, waiting.size()))
                .mapToObj(i -> (i + 1) + ". " + messages.word(Texts.titleAndKnownLength(waiting.get(i)), room.locale()))
                .collect(Collectors.joining("\n"));
    }

    /** {@code 12 tracks, 40:12}; streams, and what a playlist does not tell of, have no length to add. */
    private static Text total(List<TrackInfo> tracks) {
        Duration length =
                tracks.stream().flatMap(track -> track.length().stream()).reduce(Duration.ZERO, Duration::plus);
        int without =
                (int) tracks.stream().filter(track -> track.length().isEmpty()).count();
        String time = without == tracks.size() ? "" : ", " + Texts.time(length);
        return Text.key(
                "queue.total",
                Texts.tracks(tracks.size()),
                time,
                without == 0 ? NOTHING : Text.key("queue.without-length", without));
    }

    @Command("remove <position>")
    @Description("Takes the track at that position out of the queue.")
    @Vote(value = 0.5, undoes = Vote.Undoes.AT_POSITION)
    Reply remove(Player player, @Between(min = 1) int position) {
        return player.queue()
                .remove(position)
                .map(track -> Reply.key("removed", Texts.title(track)))
                .orElseGet(() -> {
                    int size = player.queue().tracks().size();
                    return size == 0 ? empty() : Reply.key("removed.no-position", position, Texts.tracks(size));
                });
    }

    @Command("clear")
    @Description("Empties the queue; what plays goes on.")
    @Vote(value = 0.5, undoes = Vote.Undoes.WAITING)
    Reply clear(Player player) {
        int removed = player.queue().clear();
        return removed == 0 ? empty() : Reply.key("cleared", Texts.tracks(removed));
    }

    private static Reply empty() {
        return Reply.key("queue.empty");
    }
}

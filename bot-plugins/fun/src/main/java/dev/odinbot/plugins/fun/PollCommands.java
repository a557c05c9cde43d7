package dev.odinbot.plugins.fun;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.admin.Permissions;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.api.text.Messages;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asking a room, one question at a time. */
final class PollCommands {

    private static final int MAX_OPTIONS = 10;
    private static final int MAX_WORDS = 100;
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Rooms rooms;
    private final Scheduler scheduler;
    private final Messages messages;
    private final Permissions permissions;
    private final Map<RoomId, Poll> running = new ConcurrentHashMap<>();

    PollCommands(Rooms rooms, Scheduler scheduler, Messages messages, Permissions permissions) {
        this.rooms = rooms;
        this.scheduler = scheduler;
        this.messages = messages;
        this.permissions = permissions;
    }

    @Command("poll <question> <options...>")
    @Description("Asks everybody; the result comes when the time is over. Takes the place of your own last one.")
    @Example({"poll Pizza? yes no", "poll \"What comes next?\" rock jazz \"drum and bass\" --time 2m"})
    Reply poll(
            Room room,
            Peer sender,
            String question,
            List<String> options,
            @Flag(shorthand = "t") @Default("5m") Duration time) {
        if (options.size() < 2 || options.size() > MAX_OPTIONS) {
            return Reply.key("poll.options", MAX_OPTIONS);
        }
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            return Reply.key("poll.time");
        }
        Poll poll = new Poll(
                sender.userId(),
                line(question),
                options.stream().map(PollCommands::line).toList());
        Poll before = running.putIfAbsent(room.id(), poll);
        if (before != null && !(mayEnd(sender, before) && running.replace(room.id(), before, poll))) {
            return Reply.key("poll.already", room.prefix());
        }
        scheduler.after(time, () -> end(room.id(), poll));
        Text opened = Text.key(
                "poll.opened",
                line(sender.displayName()),
                poll.question(),
                PollText.options(poll),
                room.prefix(),
                PollText.time(time));
        return before == null
                ? new Reply(opened)
                : Reply.key("poll.replaced", PollText.results("poll.closed", before), opened);
    }

    private boolean mayEnd(Peer peer, Poll poll) {
        return poll.author().equals(peer.userId())
                || permissions.allows(peer.userId(), "fun.poll.close.any", Permission.MODERATOR);
    }

    private static String line(String words) {
        return PlainText.line(words, MAX_WORDS);
    }

    /** The room may be another object by now than it was when the question was asked. */
    private void end(RoomId id, Poll poll) {
        if (running.remove(id, poll)) {
            rooms.find(id)
                    .ifPresent(room -> room.say(messages.word(PollText.results("poll.closed", poll), room.locale())));
        }
    }

    @Command("vote <number>")
    @Description("Gives your voice to the answer of that number in the poll, or moves it there.")
    Reply vote(Room room, Peer sender, @Between(min = 1) int number) {
        Poll poll = running.get(room.id());
        if (poll == null) {
            return none(room);
        }
        if (number > poll.options().size()) {
            return Reply.key("vote.number", poll.options().size());
        }
        boolean moved = poll.vote(sender.userId(), number);
        return Reply.key(
                moved ? "vote.moved" : "vote.counted",
                line(sender.displayName()),
                poll.options().get(number - 1));
    }

    @Command("poll results")
    @Description("Shows how the poll stands.")
    Reply results(Room room) {
        Poll poll = running.get(room.id());
        return poll == null ? none(room) : new Reply(PollText.results("poll.standing", poll));
    }

    @Command("poll close")
    @Description("Ends the poll; for who asked, and for moderators.")
    Reply close(Room room, Peer sender) {
        Poll poll = running.get(room.id());
        if (poll == null) {
            return none(room);
        }
        if (!mayEnd(sender, poll)) {
            return Reply.key("poll.not-yours");
        }
        return running.remove(room.id(), poll) ? new Reply(PollText.results("poll.closed", poll)) : Reply.silent();
    }

    private static Reply none(Room room) {
        return Reply.key("poll.none", room.prefix());
    }
}

package dev.odinbot.bot.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.time.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is left of long replies, for whoever asked; forgotten after some minutes. Any thread. */
@Singleton
final class Pages {

    static final Duration KEPT = Duration.ofMinutes(5);

    /** For the line that says how to go on. */
    private static final int FOOTER_CHARS = 100;

    /** Longer than any list of ours; what is behind it nobody would page to. */
    private static final int MOST_CHARS = 100_000;

    private final Ticker ticker;

    @GuardedBy("this")
    private final Map<Reader, Book> books = new HashMap<>();

    @Inject
    Pages(Ticker ticker) {
        this.ticker = ticker;
    }

    private record Reader(RoomId room, UserId user) {}

    private record Book(List<String> pages, int nextIndex, long writtenNanos) {}

    /** The first page of {@code reply}, which is all of it when it is short; the rest is kept for {@link #next}. */
    String first(Room room, UserId asker, String reply) {
        if (reply.length() <= ChatCodec.MESSAGE_CHARS) {
            return reply;
        }
        String bounded = reply.length() > MOST_CHARS ? reply.substring(0, MOST_CHARS) + "…" : reply;
        List<String> pages = Cut.into(ChatCodec.MESSAGE_CHARS - FOOTER_CHARS, bounded);
        return page(room, new Reader(room.id(), asker), pages, 0);
    }

    /** The next page of the last long reply that {@code asker} got here; empty when there is none. */
    synchronized Optional<String> next(Room room, UserId asker) {
        forgetOld();
        Reader reader = new Reader(room.id(), asker);
        return Optional.ofNullable(books.get(reader)).map(book -> page(room, reader, book.pages, book.nextIndex));
    }

    private synchronized String page(Room room, Reader reader, List<String> pages, int index) {
        forgetOld();
        boolean last = index == pages.size() - 1;
        if (last) {
            books.remove(reader);
        } else {
            books.put(reader, new Book(pages, index + 1, ticker.nanos()));
        }
        Text footer = last
                ? Text.key("page.last", index + 1, pages.size())
                : Text.key("page", index + 1, pages.size(), room.prefix() + MoreCommand.NAME);
        return pages.get(index) + "\n" + Words.of(footer, room.locale());
    }

    @GuardedBy("this")
    private void forgetOld() {
        long now = ticker.nanos();
        books.values().removeIf(book -> now - book.writtenNanos >= KEPT.toNanos());
    }
}

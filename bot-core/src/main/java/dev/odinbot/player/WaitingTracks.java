package dev.odinbot.player;

import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.audio.TrackQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queue of a player, guarded by that player's lock. */
final class WaitingTracks implements TrackQueue {

    static final int LIMIT = 1_000;

    private final Object lock;
    private final List<Entry> entries = new ArrayList<>();

    WaitingTracks(Object lock) {
        this.lock = lock;
    }

    void addAll(List<Entry> more) {
        synchronized (lock) {
            entries.addAll(more);
        }
    }

    Optional<Entry> poll() {
        synchronized (lock) {
            return entries.isEmpty() ? Optional.empty() : Optional.of(entries.remove(0));
        }
    }

    int size() {
        synchronized (lock) {
            return entries.size();
        }
    }

    @Override
    public List<TrackInfo> tracks() {
        synchronized (lock) {
            return entries.stream().map(Entry::info).toList();
        }
    }

    @Override
    public Optional<TrackInfo> remove(int position) {
        synchronized (lock) {
            return position < 1 || position > entries.size()
                    ? Optional.empty()
                    : Optional.of(entries.remove(position - 1).info());
        }
    }

    @Override
    public int clear() {
        synchronized (lock) {
            int count = entries.size();
            entries.clear();
            return count;
        }
    }
}

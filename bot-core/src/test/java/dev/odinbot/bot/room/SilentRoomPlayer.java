package dev.odinbot.bot.room;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.audio.TrackQueue;
import dev.odinbot.audio.FrameSource;
import dev.odinbot.audio.FrameSource.Read;
import dev.odinbot.player.RoomPlayer;
import dev.odinbot.testing.FakePlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The test kit's player with an outlet that the test opens and shuts. */
final class SilentRoomPlayer implements RoomPlayer {

    final FakePlayer fake = new FakePlayer();
    final List<String> asked = new ArrayList<>();
    Read next = Read.IDLE;
    private @Nullable CompletableFuture<LoadOutcome> held;

    void holdNextPlay() {
        held = new CompletableFuture<>();
    }

    void finishPlay(LoadOutcome outcome) {
        held.complete(outcome);
    }

    @Override
    public FrameSource frames() {
        return into -> next;
    }

    @Override
    public void close() {}

    @Override
    public CompletionStage<LoadOutcome> play(String identifier, Optional<Requester> requester) {
        asked.add(identifier);
        if (held != null && !held.isDone()) {
            return held;
        }
        return fake.play(identifier, requester);
    }

    @Override
    public Optional<NowPlaying> nowPlaying() {
        return fake.nowPlaying();
    }

    @Override
    public TrackQueue queue() {
        return fake.queue();
    }

    @Override
    public Optional<TrackInfo> skip() {
        return fake.skip();
    }

    @Override
    public boolean stop() {
        return fake.stop();
    }

    @Override
    public boolean pause() {
        return fake.pause();
    }

    @Override
    public boolean resume() {
        return fake.resume();
    }

    @Override
    public int volume() {
        return fake.volume();
    }

    @Override
    public void volume(int percent) {
        fake.volume(percent);
    }
}

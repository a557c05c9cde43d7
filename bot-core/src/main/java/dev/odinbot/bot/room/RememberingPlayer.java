package dev.odinbot.bot.room;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.audio.TrackQueue;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A room's player as plugins have it: its volume is a setting of the room, and outlasts a restart. */
final class RememberingPlayer implements Player {

    private static final Logger LOG = LoggerFactory.getLogger(RememberingPlayer.class);

    private final Player player;
    private final LiveSettings settings;

    RememberingPlayer(Player player, LiveSettings settings) {
        this.player = player;
        this.settings = settings;
    }

    @Override
    public void volume(int percent) {
        player.volume(percent);
        settings.set(RoomSetting.VOLUME, Optional.of(Integer.toString(percent))).whenComplete((kept, failure) -> {
            if (failure != null) {
                LOG.warn(
                        "Room {}: the volume holds, but only until the bot ends: {}",
                        settings.now().id(),
                        failure.getMessage());
            }
        });
    }

    @Override
    public CompletionStage<LoadOutcome> play(String identifier, Optional<Requester> requester) {
        return player.play(identifier, requester);
    }

    @Override
    public Optional<NowPlaying> nowPlaying() {
        return player.nowPlaying();
    }

    @Override
    public TrackQueue queue() {
        return player.queue();
    }

    @Override
    public Optional<TrackInfo> skip() {
        return player.skip();
    }

    @Override
    public boolean stop() {
        return player.stop();
    }

    @Override
    public boolean pause() {
        return player.pause();
    }

    @Override
    public boolean resume() {
        return player.resume();
    }

    @Override
    public int volume() {
        return player.volume();
    }
}

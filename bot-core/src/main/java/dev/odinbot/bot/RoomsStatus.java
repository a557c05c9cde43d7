package dev.odinbot.bot;

import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.room.Peer;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.bot.room.BotRoom;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.web.BotStatus;
import dev.odinbot.web.BotStatus.ClockStatus;
import dev.odinbot.web.BotStatus.Lateness;
import dev.odinbot.web.BotStatus.PeerStatus;
import dev.odinbot.web.BotStatus.RoomStatus;
import dev.odinbot.web.BotStatus.TrackStatus;
import dev.odinbot.web.StatusSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads the status off the clock and the rooms. */
final class RoomsStatus implements StatusSource {

    private final FrameClock clock;
    private final BotRooms rooms;

    @Inject
    RoomsStatus(FrameClock clock, BotRooms rooms) {
        this.clock = clock;
        this.rooms = rooms;
    }

    @Override
    public BotStatus status() {
        FrameClock.ClockStats stats = clock.stats();
        return new BotStatus(
                new ClockStatus(
                        stats.ticks(),
                        stats.missed(),
                        new Lateness(millis(stats.p50Nanos()), millis(stats.p99Nanos()), millis(stats.maxNanos()))),
                rooms.running().stream().map(RoomsStatus::room).toList());
    }

    private static RoomStatus room(BotRoom room) {
        Optional<NowPlaying> playing = room.player().nowPlaying();
        return new RoomStatus(
                room.settings().id().value(),
                room.odin().state().name().toLowerCase(Locale.ROOT),
                room.settings().prefix(),
                room.odin().peers().stream().map(RoomsStatus::peer).toList(),
                playing.map(p -> track(p.track(), p.paused(), p.streamTitle().orElse("")))
                        .orElse(null),
                playing.map(p -> p.position().toMillis()).orElse(0L),
                room.player().queue().tracks().stream()
                        .map(t -> track(t, false, ""))
                        .toList(),
                room.lane().framesSent(),
                room.lane().framesMissed());
    }

    private static PeerStatus peer(Peer peer) {
        return new PeerStatus(
                peer.id().value(), peer.displayName(), !peer.medias().isEmpty());
    }

    private static TrackStatus track(TrackInfo track, boolean paused, String streamTitle) {
        return new TrackStatus(
                track.title(),
                track.author(),
                track.length().map(Duration::toMillis).orElse(null),
                track.requester().map(Requester::name).orElse(""),
                paused,
                streamTitle);
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}

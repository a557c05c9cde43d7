package dev.odinbot.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api/status} answers; the component names are the JSON keys. */
public record BotStatus(ClockStatus clock, List<RoomStatus> rooms) {

    public record ClockStatus(long ticks, long missed, Lateness latenessMs) {}

    public record Lateness(double p50, double p99, double max) {}

    /**
     * @param state {@code connecting}, {@code joined}, {@code reconnecting}, {@code left} or {@code failed}
     * @param prefix what commands start with
     * @param playing null when nothing plays
     */
    public record RoomStatus(
            String id,
            String state,
            String prefix,
            List<PeerStatus> peers,
            @Nullable TrackStatus playing,
            long positionMs,
            List<TrackStatus> queue,
            long framesSent,
            long framesMissed) {}

    public record PeerStatus(long id, String name, boolean sending) {}

    /** @param lengthMs null for a live stream */
    public record TrackStatus(
            String title,
            String author,
            @Nullable Long lengthMs,
            String requester,
            boolean paused,
            String streamTitle) {}
}

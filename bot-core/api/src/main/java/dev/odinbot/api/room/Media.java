package dev.odinbot.api.room;

/**
 * A stream that a peer is sending.
 *
 * @param paused whether the server has been asked not to forward it to us
 * @param kind {@code audio} or {@code video}
 */
public record Media(MediaId id, boolean paused, String kind) {}

package dev.odinbot.signature;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When a method with {@link dev.odinbot.api.event.Schedule} runs; one of {@code every} and {@code at} is there.
 *
 * @param inRooms whether it runs once for every room
 */
public record ScheduleSignature(Optional<Duration> every, Optional<LocalTime> at, boolean inRooms) {}

package dev.odinbot.bot.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What holds in a room now: config.yml, and over it what was set while running, which is kept. Any thread. */
final class LiveSettings {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private final RoomMemory memory;

    @GuardedBy("this")
    private final Map<RoomSetting, String> set = new EnumMap<>(RoomSetting.class);

    @GuardedBy("this")
    private RoomSettings configured;

    private volatile RoomSettings now;

    /** What was kept and does not fit any more is left out. */
    LiveSettings(RoomSettings configured, RoomMemory memory) {
        this.configured = configured;
        this.memory = memory;
        Map<String, String> kept = memory.of(configured.id());
        for (RoomSetting setting : RoomSetting.values()) {
            String value = kept.get(setting.key());
            if (value != null && setting.problem(value).isEmpty()) {
                set.put(setting, value);
            } else if (value != null) {
                LOG.warn("Room {}: the {} that was set is not usable any more", configured.id(), setting.key());
            }
        }
        now = merged();
    }

    RoomSettings now() {
        return now;
    }

    /** Takes what config.yml says now; what was set stays over it, and who the bot is there stays as the room knows it. */
    synchronized void configure(RoomSettings replacement) {
        configured = replacement.joinedAs(configured);
        now = merged();
    }

    /**
     * Holds at once; the stage completes when it is kept.
     *
     * @param value without a problem; empty = as config.yml says
     */
    synchronized CompletionStage<Void> set(RoomSetting setting, Optional<String> value) {
        value.ifPresentOrElse(given -> set.put(setting, given), () -> set.remove(setting));
        now = merged();
        return memory.save(configured.id(), setting.key(), value.orElse(""));
    }

    @GuardedBy("this")
    private RoomSettings merged() {
        RoomSettings merged = configured;
        for (Map.Entry<RoomSetting, String> entry : set.entrySet()) {
            merged = entry.getKey().in(merged, entry.getValue());
        }
        return merged;
    }
}

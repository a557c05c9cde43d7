package dev.odinbot.bot;

import com.google.common.base.CaseFormat;
import com.google.common.collect.Sets;
import dev.odinbot.config.RemainingKeys;
import dev.odinbot.plugin.PluginsConfig;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of two configs say something else. Goes through whatever keys there are, so that none can be forgotten; only the sections of
 * plugins are left out, for what is in them only a plugin knows.
 */
final class ConfigDiff {

    private final List<String> paths = new ArrayList<>();

    private ConfigDiff() {}

    /** As in the file, for instance {@code bot.user-id}; rooms by their id, {@code rooms[Lobby].prefix}, or {@code rooms[Lobby]} as a whole. */
    static List<String> between(BotConfig before, BotConfig after) {
        ConfigDiff diff = new ConfigDiff();
        diff.records("", before, after);
        return List.copyOf(diff.paths);
    }

    private void records(String path, Record before, Record after) {
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            Object old = value(component, before);
            Object fresh = value(component, after);
            if (component.isAnnotationPresent(RemainingKeys.class)) {
                if (!(after instanceof PluginsConfig)) {
                    values(path, old, fresh);
                }
            } else {
                String key = CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_HYPHEN, component.getName());
                values(path.isEmpty() ? key : path + "." + key, old, fresh);
            }
        }
    }

    private void values(String path, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Record old && after instanceof Record fresh) {
            records(path, old, fresh);
        } else if (path.equals("rooms") && before instanceof List<?> old && after instanceof List<?> fresh) {
            rooms(path, byId(old), byId(fresh));
        } else if (!Objects.equals(before, after)) {
            paths.add(path);
        }
    }

    private void rooms(String path, Map<String, RoomConfig> before, Map<String, RoomConfig> after) {
        Sets.union(before.keySet(), after.keySet())
                .forEach(id -> values(path + "[" + id + "]", before.get(id), after.get(id)));
    }

    private static Map<String, RoomConfig> byId(List<?> rooms) {
        Map<String, RoomConfig> byId = new LinkedHashMap<>();
        rooms.forEach(room -> byId.put(((RoomConfig) room).id(), (RoomConfig) room));
        return byId;
    }

    /** Whether it is a room as a whole, there in only one of the two. */
    static boolean isRoom(String path) {
        return path.endsWith("]");
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A key of the config cannot be read: " + component, e);
        }
    }
}

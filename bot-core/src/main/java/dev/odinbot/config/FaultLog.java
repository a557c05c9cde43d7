package dev.odinbot.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every fault of one file, and where its keys stand. */
final class FaultLog {

    /** Longer names are not shown: one may be an access key in the wrong place. */
    private static final int SHOWN_NAME_LENGTH = 40;

    private final String file;
    private final List<ConfigFault> faults = new ArrayList<>();
    private final Map<String, Position> positions = new HashMap<>();

    FaultLog(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    static String shown(String name) {
        return name.length() <= SHOWN_NAME_LENGTH ? name : "(" + name.length() + " characters)";
    }

    static String child(String path, String name) {
        return path.isEmpty() ? shown(name) : path + "." + shown(name);
    }

    static String child(String path, int index) {
        return path + "[" + index + "]";
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    /** Remembers where the value of {@code path} stands. */
    void located(String path, Position position) {
        positions.put(path, position);
    }

    /** Where {@code path} stands, or the nearest thing around it that is in the file. */
    Position position(String path) {
        Position position = positions.get(path);
        if (position != null) {
            return position;
        }
        return path.isEmpty() ? Position.WHOLE_FILE : position(parent(path));
    }

    void add(Position position, String path, String problem, String remedy) {
        faults.add(new ConfigFault(file, position.line(), position.column(), path, problem, remedy));
    }

    /** Whether {@code path} or something around it is at fault, so that what it holds means nothing. */
    boolean faulty(String path) {
        return faults.stream().anyMatch(fault -> within(path, fault.key()));
    }

    /** Whether {@code path} or something in it is at fault. */
    boolean faultyWithin(String path) {
        return faults.stream().anyMatch(fault -> path.isEmpty() || within(fault.key(), path));
    }

    private static boolean within(String path, String outer) {
        return path.equals(outer) || path.startsWith(outer + ".") || path.startsWith(outer + "[");
    }

    ConfigException exception() {
        return new ConfigException(faults.stream()
                .sorted(Comparator.comparingInt(ConfigFault::line).thenComparingInt(ConfigFault::column))
                .toList());
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw exception();
        }
    }
}

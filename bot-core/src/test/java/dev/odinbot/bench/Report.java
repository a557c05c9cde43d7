package dev.odinbot.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found: a table for people, with both contestants side by side, and one line of JSON for programs. */
final class Report {

    private final Map<Part, Map<String, Map<Contestant, String>>> parts = new EnumMap<>(Part.class);
    private final Map<Contestant, Map<String, Object>> values = new EnumMap<>(Contestant.class);
    private final List<String> notes = new ArrayList<>();

    Report() {
        for (Contestant contestant : Contestant.values()) {
            values.put(contestant, new LinkedHashMap<>());
        }
    }

    /** A cell of the table. */
    void say(Part part, Contestant contestant, String what, String format, Object... arguments) {
        parts.computeIfAbsent(part, unused -> new LinkedHashMap<>())
                .computeIfAbsent(what, unused -> new EnumMap<>(Contestant.class))
                .put(contestant, String.format(Locale.ROOT, format, arguments));
    }

    /** A field of the JSON line. */
    void value(Contestant contestant, String key, double value) {
        double rounded = Math.round(value * 1000) / 1000.0;
        values.get(contestant).put(key, rounded == Math.rint(rounded) ? (Object) (long) rounded : (Object) rounded);
    }

    void note(String format, Object... arguments) {
        notes.add(String.format(Locale.ROOT, format, arguments));
    }

    String table() {
        Table table = new Table("", Contestant.OURS.toString(), Contestant.WEBRTC_JAVA.toString());
        parts.forEach((part, rows) -> {
            table.row(List.of(part.title(), "", ""));
            rows.forEach((what, cells) -> table.row(List.of(
                    "  " + what,
                    cells.getOrDefault(Contestant.OURS, "-"),
                    cells.getOrDefault(Contestant.WEBRTC_JAVA, "-"))));
        });
        return table.text() + ratios() + String.join("\n", notes) + (notes.isEmpty() ? "" : "\n");
    }

    /** Ours by theirs, of what both were measured in. */
    private String ratios() {
        Map<String, Object> theirs = values.get(Contestant.WEBRTC_JAVA);
        StringBuilder lines = new StringBuilder();
        values.get(Contestant.OURS).forEach((key, mine) -> {
            if (mine instanceof Number one
                    && theirs.get(key) instanceof Number other
                    && one.doubleValue() > 0
                    && other.doubleValue() > 0) {
                lines.append(String.format(Locale.ROOT, "  %s: %.3f\n", key, one.doubleValue() / other.doubleValue()));
            }
        });
        return lines.isEmpty() ? "" : "ratios, ours by webrtc-java's\n" + lines;
    }

    /** Ours at the top, the opponent's under its name, and what one cost of the other. */
    String json() {
        Map<String, Object> ours = values.get(Contestant.OURS);
        Map<String, Object> theirs = values.get(Contestant.WEBRTC_JAVA);
        Map<String, Object> all = new LinkedHashMap<>();
        if (ours.get("cpuMicrosPerDatagram") instanceof Number mine
                && theirs.get("cpuMicrosPerDatagram") instanceof Number other) {
            all.put("cpuRatio200", Math.round(mine.doubleValue() / other.doubleValue() * 1000) / 1000.0);
        }
        all.putAll(ours);
        if (!theirs.isEmpty()) {
            all.put("webrtcJava", theirs);
        }
        return new ObjectMapper().<ObjectNode>valueToTree(all).toString();
    }
}

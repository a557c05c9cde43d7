package dev.odinbot.api.freeze;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line that is in one signature and not in the other.
 *
 * @param added it is new; otherwise it is gone
 */
record ApiDifference(String type, String line, boolean added, boolean breaking) {

    /** Implemented by plugins, not by the host: a method without a body that is new there breaks them. */
    private static final Set<String> OF_PLUGINS = Set.of("Plugin", "command.Converter");

    static List<ApiDifference> between(List<String> frozen, List<String> now) {
        Set<Line> before = lines(frozen);
        Set<Line> after = lines(now);
        List<ApiDifference> differences = new ArrayList<>();
        before.stream()
                .filter(line -> !after.contains(line))
                .forEach(line -> differences.add(new ApiDifference(line.type, line.text, false, true)));
        after.stream()
                .filter(line -> !before.contains(line))
                .forEach(line ->
                        differences.add(new ApiDifference(line.type, line.text, true, line.breaksWhenNew(before))));
        return differences;
    }

    private record Line(String type, boolean ofAnnotation, String text) {

        private boolean breaksWhenNew(Set<Line> before) {
            boolean typeIsNew = before.stream().noneMatch(line -> line.type.equals(type));
            if (typeIsNew) {
                return false;
            }
            boolean optional = text.startsWith("default ") || text.startsWith("static ") || text.contains(" default ");
            return !optional && (ofAnnotation || OF_PLUGINS.contains(type));
        }
    }

    private static Set<Line> lines(List<String> signature) {
        Set<Line> lines = new LinkedHashSet<>();
        String header = "";
        for (String line : signature) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            header = line.startsWith(" ") ? header : line;
            String[] words = header.replaceFirst("^.*?\\b(interface|enum|record|class) ", "")
                    .split("[ <]", 2);
            lines.add(new Line(words[0], header.contains("@interface "), line.strip()));
        }
        return lines;
    }

    static String report(List<ApiDifference> differences) {
        boolean breaking = differences.stream().anyMatch(ApiDifference::breaking);
        return differences.stream()
                        .map(ApiDifference::toString)
                        .collect(Collectors.joining("\n  ", "The API is not what bot-core/api/api.txt says:\n  ", "\n"))
                + (breaking
                        ? "Plugins that exist may break. If that is meant: raise the second number of the API's version"
                        : "Plugins that exist go on working. Raise the third number of the API's version")
                + """
                 if this one has been released
                (API in dev.odinbot.plugin.Versions, the first line of api.txt, plugin.requires in bot-plugins/pom.xml), then write the file and read the difference:
                  mvn -q -Dquick -pl bot-core/api test -Dtest=ApiFreezeTest -Dapi.write=true
                """;
    }

    @Override
    public String toString() {
        return (breaking ? "breaking   " : "compatible ") + (added ? "+ " : "- ") + type + ": " + line;
    }
}

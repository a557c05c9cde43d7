package dev.odinbot.config;

import dev.odinbot.config.YamlNode.Entry;
import dev.odinbot.config.YamlNode.Kind;
import dev.odinbot.config.YamlNode.Mapping;
import dev.odinbot.config.YamlNode.Scalar;
import dev.odinbot.config.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables into values: a name between <code>${</code> and <code>}</code>, with an optional default
 * after <code>:-</code>, which also stands in for an empty variable, as in the shell. <code>$${</code> is a literal
 * <code>${</code>.
 */
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile(
            "\\$\\$\\{|\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^}]*))?}|(?<broken>\\$\\{)");

    private final Map<String, String> environment;
    private final FaultLog log;

    Variables(Map<String, String> environment, FaultLog log) {
        this.environment = environment;
        this.log = log;
    }

    Mapping into(Mapping mapping, String path) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            YamlNode value = into(entry.value(), FaultLog.child(path, entry.key()));
            entries.add(new Entry(entry.key(), entry.position(), value));
        }
        return new Mapping(List.copyOf(entries), mapping.position());
    }

    private YamlNode into(YamlNode node, String path) {
        if (node instanceof Mapping mapping) {
            return into(mapping, path);
        }
        return node instanceof Sequence sequence ? into(sequence, path) : into((Scalar) node, path);
    }

    private Sequence into(Sequence sequence, String path) {
        List<YamlNode> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            items.add(into(item, FaultLog.child(path, items.size())));
        }
        return new Sequence(List.copyOf(items), sequence.position());
    }

    private Scalar into(Scalar scalar, String path) {
        if (!scalar.text().contains("${")) {
            return scalar;
        }
        Matcher reference = REFERENCE.matcher(scalar.text());
        StringBuilder text = new StringBuilder();
        Kind kind = Kind.FROM_VARIABLE;
        while (reference.find()) {
            if (!resolvable(reference, scalar, path)) {
                kind = Kind.BROKEN;
            }
            reference.appendReplacement(text, Matcher.quoteReplacement(value(reference)));
        }
        return new Scalar(reference.appendTail(text).toString(), kind, scalar.position());
    }

    private boolean resolvable(Matcher reference, Scalar scalar, String path) {
        if (reference.group("broken") != null) {
            log.add(
                    scalar.position(),
                    path,
                    "${ without a variable's name and }",
                    "Write ${NAME} or ${NAME:-default}, or $${ where ${ itself is meant.");
            return false;
        }
        String name = reference.group("name");
        if (name != null && reference.group("default") == null && !environment.containsKey(name)) {
            log.add(
                    scalar.position(),
                    path,
                    "the environment variable " + name + " is not set",
                    "Set it, or give a default: ${" + name + ":-...}.");
            return false;
        }
        return true;
    }

    private String value(Matcher reference) {
        String name = reference.group("name");
        if (name == null) {
            return "${";
        }
        String value = environment.getOrDefault(name, "");
        String orElse = reference.group("default");
        return value.isEmpty() && orElse != null ? orElse : value;
    }
}

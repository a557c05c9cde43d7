package dev.odinbot.signature;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an argument's text becomes. */
public enum ValueKind {
    TEXT("text"),
    INT("number"),
    LONG("number"),
    DECIMAL("decimal"),
    BOOLEAN("boolean"),
    CHOICE("choice"),
    DURATION("duration"),
    POSITION("position"),
    PERCENT("percent"),
    URL("url"),
    PEER("peer"),
    USER("user"),
    /** A type that needs a plugin's own converter. */
    OWN("");

    private static final Map<String, ValueKind> BY_TYPE = Map.ofEntries(
            Map.entry("java.lang.String", TEXT),
            Map.entry("int", INT),
            Map.entry("java.lang.Integer", INT),
            Map.entry("long", LONG),
            Map.entry("java.lang.Long", LONG),
            Map.entry("double", DECIMAL),
            Map.entry("java.lang.Double", DECIMAL),
            Map.entry("boolean", BOOLEAN),
            Map.entry("java.lang.Boolean", BOOLEAN),
            Map.entry("java.time.Duration", DURATION),
            Map.entry("dev.odinbot.api.audio.Position", POSITION),
            Map.entry("dev.odinbot.api.command.Percent", PERCENT),
            Map.entry("java.net.URI", URL),
            Map.entry("dev.odinbot.api.room.Peer", PEER),
            Map.entry("dev.odinbot.api.room.UserId", USER));

    private final String word;

    ValueKind(String word) {
        this.word = word;
    }

    /** The kind of that type; empty when nothing could convert to it. */
    static Optional<ValueKind> of(TypeShape type) {
        ValueKind known = BY_TYPE.get(type.name());
        if (known != null) {
            return Optional.of(known);
        }
        if (!type.constants().isEmpty()) {
            return Optional.of(CHOICE);
        }
        return type.form() == TypeShape.Form.DECLARED && type.arguments().isEmpty()
                ? Optional.of(OWN)
                : Optional.empty();
    }

    /** What {@link dev.odinbot.api.command.CommandInfo.ArgumentInfo} calls it. */
    String word(TypeShape type) {
        return this == OWN ? type.simpleName() : word;
    }

    /** The word for people that an enum's constant is typed as. */
    public static String choice(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

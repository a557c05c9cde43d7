package dev.odinbot.signature;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a parameter can get without being asked for in the line. */
public enum Injection {
    ROOM("dev.odinbot.api.room.Room"),
    SENDER("dev.odinbot.api.room.Peer"),
    PLAYER("dev.odinbot.api.audio.Player"),
    CATALOG("dev.odinbot.api.command.CommandCatalog");

    static final String NAMES = Arrays.stream(values())
            .map(injection -> injection.type.substring(injection.type.lastIndexOf('.') + 1))
            .collect(Collectors.collectingAndThen(
                    Collectors.joining(", "), names -> names.replaceFirst(", (\\w+)$", " and $1")));

    private final String type;

    Injection(String type) {
        this.type = type;
    }

    static Optional<Injection> of(TypeShape type) {
        return Arrays.stream(values())
                .filter(injection -> type.is(injection.type))
                .findFirst();
    }
}

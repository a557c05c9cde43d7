package dev.odinbot.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be measured, in the order in which it is. */
enum Part {
    CPU(PacedParts::cpu, "CPU of a datagram, at a few numbers of rooms"),
    CLEAN(PacedParts::clean, "how many rooms are sent on time"),
    CONNECT(ConnectingParts::connect, "how long a connection takes"),
    JOINS(ConnectingParts::joins, "a thousand connections at once"),
    IDLE(MemoryParts::idle, "memory and CPU of connections that rest"),
    CHURN(MemoryParts::churn, "memory after connects and closes"),
    RECEIVE(MemoryParts::receive, "memory and garbage of received datagrams"),
    ALLOC(AllocationPart::run, "garbage of a send, beside that of a bare AES-GCM (JMH)"),
    HANDOVER(PacedParts::handover, "sending on the clock thread, or on one of its own") {
        @Override
        boolean isUsual() {
            return false;
        }
    };

    private final Measurement measurement;
    private final String description;

    Part(Measurement measurement, String description) {
        this.measurement = measurement;
        this.description = description;
    }

    interface Measurement {
        void run(Round round) throws IOException;
    }

    void run(Round round) throws IOException {
        measurement.run(round);
    }

    /** Whether it is measured when nothing is named. */
    boolean isUsual() {
        return true;
    }

    static Part named(String name) {
        return Stream.of(values())
                .filter(part -> part.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such part: " + name + "\n" + help()));
    }

    static String help() {
        return Stream.of(values())
                .map(part -> String.format(Locale.ROOT, "  %-10s %s", part, part.description))
                .collect(Collectors.joining("\n"));
    }

    String title() {
        return this + ": " + description;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

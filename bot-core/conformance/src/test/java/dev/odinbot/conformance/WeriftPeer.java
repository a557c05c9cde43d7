package dev.odinbot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A peer in a Node.js process, which sends every message back; {@code peer.mjs} says how it is spoken to. */
final class WeriftPeer implements AutoCloseable {

    private static final int SECONDS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedWriter orders;
    private final CompletableFuture<String> description = new CompletableFuture<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    /** @param lite whether it leaves the search for a way to the other side */
    WeriftPeer(boolean lite) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Programs.find("NODE", "node").toString(),
                Path.of("src/test/werift/peer.mjs").toString()));
        if (lite) {
            command.add("lite");
        }
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = process.outputWriter();
        Thread reader = new Thread(this::read, "werift");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        process.inputReader().lines().forEach(this::take);
        description.completeExceptionally(new IllegalStateException("The peer's process has ended"));
    }

    private void take(String line) {
        try {
            JsonNode event = JSON.readTree(line);
            String name = event.path("event").asText();
            switch (name) {
                case "description" -> description.complete(event.path("sdp").asText());
                case "message" -> messages.add(event.path("hex").asText());
                default -> events.add(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void order(String what, String sdp) {
        ObjectNode order = JSON.createObjectNode().put("do", what).put("sdp", sdp);
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String offer() {
        order("offer", "");
        return description();
    }

    String answer(String offer) {
        order("answer", offer);
        return description();
    }

    void accept(String answer) {
        order("accept", answer);
    }

    /** The peer's connection; the process goes on. */
    void hangUp() {
        order("close", "");
    }

    private String description() {
        return description.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** What its channel became, such as {@code open} and {@code closed}. */
    List<String> events() {
        return events;
    }

    /** In hexadecimal digits. */
    List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

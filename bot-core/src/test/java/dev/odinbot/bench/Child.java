package dev.odinbot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The parent's end of a child process: asks and waits for the answer. One thread. */
final class Child implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(5);

    /** As bin/odin-bot starts the bot. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms32m",
            "-Xmx512m",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=10",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:G1PeriodicGCInterval=60000",
            "-Dguice_custom_class_loading=CHILD");

    private final ObjectMapper json = new ObjectMapper();
    private final String name;
    private final Process process;
    private final Socket socket;
    private final BufferedReader answers;
    private final Writer questions;

    Child(Class<?> main, String... arguments) throws IOException {
        name = main.getSimpleName();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(JVM_OPTIONS);
            String more = System.getProperty("bench.jvm", "");
            if (!more.isEmpty()) {
                command.addAll(List.of(more.split(" ")));
            }
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
            command.add(String.valueOf(server.getLocalPort()));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command)
                    // The WebRTC library prints there when a process ends.
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            server.setSoTimeout((int) START_LIMIT.toMillis());
            socket = server.accept();
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) ANSWER_LIMIT.toMillis());
        answers = new BufferedReader(Commands.reader(socket));
        questions = Commands.writer(socket);
    }

    /** @param arguments names and numbers by turns */
    JsonNode ask(String command, Object... arguments) throws IOException {
        ObjectNode question = json.createObjectNode().put("command", command);
        for (int i = 0; i < arguments.length; i += 2) {
            question.put((String) arguments[i], ((Number) arguments[i + 1]).longValue());
        }
        questions.write(question + "\n");
        questions.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The " + name + " ended while asked for: " + question);
        }
        JsonNode answer = json.readTree(line);
        if (answer.has("fault")) {
            throw new IOException(
                    "The " + name + " failed: " + answer.get("fault").asText());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

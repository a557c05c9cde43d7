package dev.odinbot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A child's end of the line to its parent: carries out commands, one at a time, until the parent hangs up. */
final class Commands {

    private final Map<String, Command> commands = new HashMap<>();

    /** Takes numbers by name, gives what will be the answer's fields. */
    interface Command {
        Map<String, ?> run(JsonNode arguments) throws Exception;
    }

    Commands() {
        ProcessMeter meter = new ProcessMeter();
        on("memory", unused -> meter.memory());
        on("mark", unused -> meter.mark());
        on("used", unused -> meter.used());
    }

    Commands on(String name, Command command) {
        commands.put(name, command);
        return this;
    }

    void serve(int parentPort) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), parentPort);
                BufferedReader questions = new BufferedReader(reader(socket));
                Writer answers = writer(socket)) {
            socket.setTcpNoDelay(true);
            String line;
            while ((line = questions.readLine()) != null) {
                answers.write(json.valueToTree(answer(json.readTree(line))) + "\n");
                answers.flush();
            }
        }
    }

    private Map<String, ?> answer(JsonNode question) {
        Command command = commands.get(question.get("command").asText());
        if (command == null) {
            return Map.of("fault", "no such command: " + question);
        }
        try {
            return command.run(question);
        } catch (Exception e) {
            return Map.of("fault", question + ": " + e);
        }
    }

    static Reader reader(Socket socket) throws IOException {
        return new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
    }

    static Writer writer(Socket socket) throws IOException {
        return new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }
}

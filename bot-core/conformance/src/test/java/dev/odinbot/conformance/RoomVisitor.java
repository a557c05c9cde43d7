package dev.odinbot.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.odinbot.bot.RunningBot;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.testing.ScriptedStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Somebody in the room Lobby who chats, over the real protocol. */
final class RoomVisitor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScriptedClient client;
    private final ScriptedStream room;

    private RoomVisitor(ScriptedClient client, ScriptedStream room) {
        this.client = client;
        this.room = room;
    }

    static RoomVisitor join(RunningBot bot, String user) throws Exception {
        ScriptedClient client = bot.connect("default", "Lobby", user);
        return new RoomVisitor(client, client.join("Lobby"));
    }

    void says(String line) throws Exception {
        byte[] message = JSON.writeValueAsBytes(
                JsonNodeFactory.instance.objectNode().put("kind", "message").put("payload", line));
        room.call(new RoomCall.SendMessage(message, null));
    }

    /** Every line of the others so far. */
    List<String> hears() {
        return room.heard(RoomNotice.MessageReceived.class)
                .map(RoomVisitor::text)
                .toList();
    }

    private static String text(RoomNotice.MessageReceived received) {
        try {
            return JSON.readTree(received.message()).path("payload").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        room.close();
        client.main().close();
    }
}

package dev.odinbot.testing;

import dev.odinbot.odin.protocol.AudioDatagram;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.protocol.MainCall;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.rpc.JsonRpc;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Takes the steps of a client one by one, each as the protocol page says. */
public final class ScriptedClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final DataChannels channels;
    private final String address;
    private final ScriptedStream main;
    private final List<byte[]> datagrams = new CopyOnWriteArrayList<>();

    private ScriptedClient(URI gateway, String token, DataChannels channels) throws Exception {
        this.channels = channels;
        GatewayCall.Connected connected = connect(gateway, token);
        address = connected.address();
        main = ScriptedStream.open(URI.create("ws://" + address + "/main"));
        main.call(new MainCall.Authenticate(connected.token()), MainCall.Authenticated.class);
    }

    /** Through the gateway, onto an authenticated main stream. */
    public static ScriptedClient connect(LocalRoomServer server, String room, String user) throws Exception {
        return connect(server, server.token(room, user));
    }

    public static ScriptedClient connect(LocalRoomServer server, String token) throws Exception {
        return connect(server.gateway(), token, server.part(DataChannels.class));
    }

    public static ScriptedClient connect(URI gateway, String token, DataChannels channels) throws Exception {
        return new ScriptedClient(gateway, token, channels);
    }

    public static GatewayCall.Connected connect(URI gateway, String token) throws Exception {
        HttpResponse<byte[]> response = post(gateway, token, JsonRpc.request(1, "Connect", new GatewayCall.Connect()));
        JsonRpc.Response.Result result = (JsonRpc.Response.Result)
                JsonRpc.readResponse(response.body()).value().orElseThrow();
        return result.value().as(GatewayCall.Connected.class).value().orElseThrow();
    }

    public static HttpResponse<byte[]> post(URI gateway, String token, byte[] body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(gateway)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    public ScriptedStream main() {
        return main;
    }

    /** Opens the room stream; it will hear Joined. */
    public ScriptedStream join(String room) throws Exception {
        return open(request(room));
    }

    public String request(String room) throws Exception {
        return main.call(new MainCall.JoinRoom(room, new byte[] {1}, List.of(0.0, 0.0)), MainCall.JoinedRoom.class)
                .streamId();
    }

    public ScriptedStream open(String streamId) throws Exception {
        ScriptedStream stream = ScriptedStream.open(URI.create("ws://" + address + "/room?" + streamId));
        stream.joined();
        return stream;
    }

    /** The room stream of a client that has stopped to read. */
    public ScriptedStream openDeaf(String streamId) throws Exception {
        return ScriptedStream.openDeaf(URI.create("ws://" + address + "/room?" + streamId));
    }

    /** A data channel that is open. */
    public DataChannel openChannel() throws Exception {
        DataChannel channel = channels.offer(new DataChannelListener() {
                    @Override
                    public void received(ByteBuffer datagram) {
                        byte[] bytes = new byte[datagram.remaining()];
                        datagram.get(bytes);
                        datagrams.add(bytes);
                    }
                })
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        channel.accept(main.call(new MainCall.SetupWebRtc(channel.localDescription()), MainCall.SetupWebRtc.class)
                .sdp());
        Awaitility.await().until(channel::isOpen);
        return channel;
    }

    public List<byte[]> datagrams() {
        return datagrams;
    }

    public static ByteBuffer datagram(int mediaId, int sequence) {
        ByteBuffer datagram = ByteBuffer.allocateDirect(100);
        AudioDatagram.write(datagram, mediaId, sequence, sequence * 1800, new byte[60], 0, 60);
        return datagram.flip();
    }
}

package dev.odinbot.odin.client;

import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.MainCall;
import dev.odinbot.odin.protocol.PeerInfo;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomInfo;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.odin.transport.WebClient;
import dev.odinbot.odin.transport.WebSocketLink;
import dev.odinbot.odin.transport.WebSocketLinkListener;
import dev.odinbot.rpc.Refusals;
import dev.odinbot.rpc.RpcConnection;
import dev.odinbot.rpc.RpcHandler;
import dev.odinbot.rpc.RpcReply;
import dev.odinbot.rpc.RpcValue;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.LoggerFactory;

/** A gateway, a server and the network to them, in memory; every way takes a millisecond of the manual timers. */
final class ScriptedServer implements WebClient, DataChannels {

    static final long OWN_PEER = 1;

    final FakeTicker ticker = new FakeTicker();
    final ManualTimers timers = new ManualTimers(ticker);
    final Network network = new Network(new GatewayClient(this), this, this, ticker, timers);

    /** What was asked, in order. */
    final List<String> log = new ArrayList<>();

    final List<RoomCall> calls = new ArrayList<>();
    final List<String> tokens = new ArrayList<>();
    final List<byte[]> datagrams = new ArrayList<>();
    final List<Channel> channels = new ArrayList<>();
    final List<Link> links = new ArrayList<>();

    /** The next answers of the gateway; when there are none it sends to the server. */
    final List<Answer> gatewayAnswers = new ArrayList<>();

    final Map<String, String> refused = new HashMap<>();
    final Set<String> unanswered = new HashSet<>();
    List<PeerInfo> peers = List.of();
    List<Integer> mediaIds = List.of(11, 12);
    String address = "sfu.example:4433";
    boolean gatewayDown;
    boolean welcomes = true;
    boolean opensChannels = true;
    int violations;

    private double bucket = 50;
    private long bucketNanos;

    @Override
    public CompletionStage<Answer> post(URI gateway, String bearerToken, byte[] json) {
        log.add("post " + gateway);
        tokens.add(bearerToken);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        later(() -> {
            if (gatewayDown) {
                answer.completeExceptionally(new IOException("connection refused: nothing listens there"));
            } else if (gatewayAnswers.isEmpty()) {
                answer.complete(answer(
                        200,
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"address\":\"" + address
                                + "\",\"token\":\"sfu-token\"}}"));
            } else {
                answer.complete(gatewayAnswers.remove(0));
            }
        });
        return answer;
    }

    static Answer answer(int status, String body) {
        return new Answer(status, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public WebSocketLink open(URI uri, WebSocketLinkListener listener) {
        log.add("open " + uri);
        Link link = new Link(listener);
        links.add(link);
        later(link::opened);
        if (uri.getPath().equals("/room") && welcomes) {
            later(() -> tell(
                    new RoomUpdate.Joined(OWN_PEER, mediaIds, new RoomInfo("Lobby", "customer", new byte[0], peers))));
        }
        return link;
    }

    @Override
    public CompletionStage<DataChannel> offer(DataChannelListener listener) {
        log.add("offer");
        Channel channel = new Channel(listener);
        channels.add(channel);
        return CompletableFuture.completedStage(channel);
    }

    @Override
    public CompletionStage<DataChannel> answer(String offer, DataChannelListener listener) {
        throw new AssertionError("the client never answers");
    }

    @Override
    public void close() {
        log.add("close");
    }

    void tell(RoomUpdate... updates) {
        tell(new RoomNotice.RoomUpdated(List.of(updates)));
    }

    void tell(RoomNotice notice) {
        room().rpc.notify(Calls.method((Record) notice), notice);
    }

    Link main() {
        return links.get(links.size() - 2);
    }

    Link room() {
        return links.get(links.size() - 1);
    }

    Channel channel() {
        return channels.get(channels.size() - 1);
    }

    private void later(Runnable task) {
        timers.after(Duration.ofMillis(1), task);
    }

    /** The server's real limit: 10 a second, 50 in a burst. */
    private void limit() {
        bucket = Math.min(50, bucket + (ticker.nanos() - bucketNanos) / 1e9 * 10) - 1;
        bucketNanos = ticker.nanos();
        if (bucket < 0) {
            violations++;
        }
    }

    final class Link implements WebSocketLink, RpcHandler {

        private final WebSocketLinkListener client;
        private boolean over;
        final RpcConnection rpc = new RpcConnection(
                frame -> {
                    later(() -> receive(frame));
                    return true;
                },
                this,
                timers,
                new Refusals(LoggerFactory.getLogger(ScriptedServer.class), "client"));

        private Link(WebSocketLinkListener client) {
            this.client = client;
        }

        private void opened() {
            if (!over) {
                client.opened();
            }
        }

        void receive(byte[] frame) {
            if (!over) {
                client.received(frame);
            }
        }

        void drop(String reason) {
            if (!over) {
                over = true;
                client.closed(reason);
            }
        }

        @Override
        public boolean send(byte[] frame) {
            later(() -> rpc.receive(frame));
            return !over;
        }

        @Override
        public void close() {
            log.add("close link");
            later(() -> drop("closed (code 1000)"));
        }

        @Override
        public CompletionStage<RpcReply> request(String method, RpcValue params) {
            log.add(method);
            if (unanswered.contains(method)) {
                return new CompletableFuture<>();
            } else if (refused.containsKey(method)) {
                return CompletableFuture.completedStage(RpcReply.refused(refused.get(method)));
            }
            Optional<MainCall> main = Calls.read(MainCall.KINDS, method, params).value();
            Optional<RoomCall> room = Calls.read(RoomCall.KINDS, method, params).value();
            room.ifPresent(call -> {
                limit();
                calls.add(call);
            });
            RpcReply reply = main.map(this::reply).orElseGet(RpcReply::nil);
            return CompletableFuture.completedStage(reply);
        }

        private RpcReply reply(MainCall call) {
            if (call instanceof MainCall.Authenticate authenticate) {
                return authenticate.token().equals("sfu-token")
                        ? RpcReply.of(new MainCall.Authenticated(List.of("Lobby")))
                        : RpcReply.refused("invalid token");
            } else if (call instanceof MainCall.SetupWebRtc) {
                return RpcReply.of(new MainCall.SetupWebRtc("the answer"));
            }
            return RpcReply.of(new MainCall.JoinedRoom("stream-" + links.size()));
        }
    }

    final class Channel implements DataChannel {

        private final DataChannelListener listener;
        boolean open;
        boolean closed;

        private Channel(DataChannelListener listener) {
            this.listener = listener;
        }

        @Override
        public String localDescription() {
            return "the offer";
        }

        @Override
        public void accept(String answer) {
            if (!answer.equals("the answer")) {
                throw new IllegalArgumentException("not an answer");
            }
            if (opensChannels) {
                later(() -> {
                    open = true;
                    listener.opened();
                });
            }
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public boolean send(ByteBuffer datagram) {
            byte[] bytes = new byte[datagram.remaining()];
            datagram.get(bytes);
            datagrams.add(bytes);
            return true;
        }

        void drop() {
            open = false;
            listener.closed("the connection was lost");
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open = false;
                later(() -> listener.closed("closed"));
            }
        }
    }
}

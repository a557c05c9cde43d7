package dev.odinbot.odin.client;

import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.protocol.MainCall;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.protocol.UserDataCodec;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.odin.token.TokenSigner;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.odinbot.rpc.Quote;
import dev.odinbot.rpc.RpcException;
import dev.odinbot.rpc.RpcHandler;
import dev.odinbot.rpc.RpcValue;
import dev.odinbot.time.Timers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One way into a room and one stay there: token, gateway, data channel, main stream, room stream. When any of them breaks,
 * all end, once and for all. Belongs to one {@link Serial}.
 */
final class RoomConnection {

    private static final Logger LOG = LoggerFactory.getLogger(RoomConnection.class);

    private static final Duration JOIN_TIME_OUT = Duration.ofSeconds(20);
    private static final Duration AUDIO_TIME_OUT = Duration.ofSeconds(10);
    private static final List<Double> ORIGIN = List.of(0.0, 0.0, 0.0);

    private final Network network;
    private final OdinClient.Entry entry;
    private final Serial serial;
    private final Listener listener;

    private Timers.@Nullable Timer limit;
    private @Nullable DataChannel channel;
    private @Nullable RpcStream main;
    private @Nullable RpcStream room;
    private boolean joined;
    private boolean ended;

    RoomConnection(Network network, OdinClient.Entry entry, Serial serial, Listener listener) {
        this.network = network;
        this.entry = entry;
        this.serial = serial;
        this.listener = listener;
    }

    /** Hears how it goes, on the serial. */
    interface Listener {

        void joined(RoomUpdate.Joined joined, DataChannel channel);

        /** Anything after {@link #joined} but our own coming and going. */
        void notice(RoomNotice notice);

        void update(RoomUpdate update);

        /** Nothing comes after it; not called when we {@link RoomConnection#close} it ourselves. */
        void ended(JoinFailure why);
    }

    void start() {
        limit(JOIN_TIME_OUT, "joining took longer than " + JOIN_TIME_OUT.toSeconds() + " s");
        String token = new TokenSigner(entry.key())
                .sign(
                        TokenClaims.connect(entry.room().value(), entry.user().value()),
                        network.ticker().now());
        network.gateway()
                .connect(entry.gateway(), token)
                .thenComposeAsync(this::join, serial)
                .whenCompleteAsync(
                        (done, fault) -> {
                            if (fault != null) {
                                end(failure(fault));
                            }
                        },
                        serial);
    }

    private CompletionStage<Void> join(GatewayCall.Connected server) {
        ServerAddress address = ServerAddress.of(entry.gateway(), server.address())
                .orElseThrow(() -> JoinFailure.lasting("the gateway's answer holds no usable server address"));
        // The channel comes first: a server has no patience for clients that are in no room.
        return offerChannel()
                .thenComposeAsync(
                        offered -> openMain(address)
                                .thenComposeAsync(
                                        main -> main.call(
                                                        new MainCall.Authenticate(server.token()),
                                                        MainCall.Authenticated.class)
                                                .thenComposeAsync(known -> setUpChannel(main, offered), serial)
                                                .thenComposeAsync(ready -> askIn(main), serial),
                                        serial),
                        serial)
                .thenComposeAsync(stream -> openRoom(address, stream), serial);
    }

    private CompletionStage<DataChannel> offerChannel() {
        if (ended) {
            return gone();
        }
        return network.channels()
                .offer(new ChannelListener())
                .thenApplyAsync(
                        offered -> {
                            channel = offered;
                            if (ended) {
                                offered.close();
                            }
                            return offered;
                        },
                        serial);
    }

    private CompletionStage<RpcStream> openMain(ServerAddress address) {
        if (ended) {
            return gone();
        }
        RpcStream stream = RpcStream.open("main stream", address.mainStream(), new RpcHandler() {}, network);
        main = stream;
        stream.whenEnded().thenAcceptAsync(why -> end(JoinFailure.passing(why)), serial);
        return stream.whenOpen().thenApply(open -> stream);
    }

    private CompletionStage<Void> setUpChannel(RpcStream stream, DataChannel offered) {
        return stream.call(new MainCall.SetupWebRtc(offered.localDescription()), MainCall.SetupWebRtc.class)
                .thenAcceptAsync(
                        answer -> {
                            try {
                                offered.accept(answer.sdp());
                            } catch (IllegalArgumentException e) {
                                throw JoinFailure.passing(
                                        "the server's answer for audio is not usable: " + e.getMessage());
                            }
                        },
                        serial);
    }

    private CompletionStage<MainCall.JoinedRoom> askIn(RpcStream stream) {
        return stream.call(
                new MainCall.JoinRoom(entry.room().value(), UserDataCodec.write(entry.userData()), ORIGIN),
                MainCall.JoinedRoom.class);
    }

    private CompletionStage<Void> openRoom(ServerAddress address, MainCall.JoinedRoom stay) {
        if (ended) {
            return gone();
        }
        URI roomStream = address.roomStream(stay.streamId())
                .orElseThrow(() -> JoinFailure.passing("the server's stream id cannot stand in an address"));
        RpcStream stream = RpcStream.open("room stream", roomStream, new RoomHandler(), network);
        room = stream;
        stream.whenEnded().thenAcceptAsync(why -> end(JoinFailure.passing(why)), serial);
        return stream.whenOpen();
    }

    private static <T> CompletionStage<T> gone() {
        return CompletableFuture.failedStage(JoinFailure.passing("given up"));
    }

    /**
     * Fails with {@link OdinException}. Without an answer nobody knows whether our media is started at the server, so then
     * everything ends.
     */
    CompletionStage<Void> call(RoomCall call) {
        String method = Calls.method((Record) call);
        if (room == null || ended) {
            return CompletableFuture.failedStage(new OdinException(method, "not in the room"));
        }
        return room.call((Record) call).exceptionally(fault -> {
            boolean ofOurMedia = call instanceof RoomCall.StartMedia || call instanceof RoomCall.StopMedia;
            if (ofOurMedia && Causes.of(fault) instanceof RpcException e && e.kind() == RpcException.Kind.TIMED_OUT) {
                serial.execute(() -> end(failure(e)));
            }
            throw new OdinException(method, failure(fault).detail(), fault);
        });
    }

    private void take(String method, RpcValue params) {
        if (ended) {
            return;
        }
        RoomNotice notice = Calls.read(RoomNotice.KINDS, method, params).either(read -> read, reason -> {
            boolean unknown = reason.equals(Calls.UNKNOWN_METHOD);
            network.refusals().count(unknown ? "unknown notification" : "unusable notification", reason);
            return null;
        });
        if (notice instanceof RoomNotice.RoomUpdated updated) {
            updated.updates().forEach(this::take);
        } else if (notice != null && joined) {
            listener.notice(notice);
        }
    }

    private void take(RoomUpdate update) {
        if (ended) {
            return; // by an update before it
        }
        if (update instanceof RoomUpdate.Left left) {
            end(farewell(left.reason()));
        } else if (update instanceof RoomUpdate.Joined welcome && channel != null && !joined) {
            joined = true;
            limit(AUDIO_TIME_OUT, "no audio connection came about within " + AUDIO_TIME_OUT.toSeconds() + " s");
            if (channel.isOpen()) {
                cancelLimit();
            }
            tell(welcome, channel);
        } else if (joined) {
            listener.update(update);
        }
    }

    private void tell(RoomUpdate.Joined welcome, DataChannel opened) {
        try {
            listener.joined(welcome, opened);
        } catch (RuntimeException e) {
            // Half joined is worse than not joined: nobody would ever try again.
            LOG.error("A room could not be joined", e);
            end(JoinFailure.passing("what the server told of the room is not usable"));
        }
    }

    private static JoinFailure farewell(String reason) {
        return switch (reason) {
            case RoomUpdate.Left.PEER_KICKED -> JoinFailure.lasting("we were kicked out of the room");
            case RoomUpdate.Left.ROOM_CLOSING -> JoinFailure.passing("the room was closed");
            case RoomUpdate.Left.SERVER_CLOSING -> JoinFailure.passing("the server is shutting down");
            default -> JoinFailure.passing("the server put us out of the room");
        };
    }

    /** Ends everything when it has not been {@link #cancelLimit called off} in time; there is one limit at a time. */
    private void limit(Duration within, String otherwise) {
        cancelLimit();
        limit = network.timers().after(within, () -> serial.execute(() -> end(JoinFailure.passing(otherwise))));
    }

    private void cancelLimit() {
        if (limit != null) {
            limit.cancel();
        }
    }

    private void end(JoinFailure why) {
        if (!ended) {
            release();
            listener.ended(why);
        }
    }

    /** The stage completes when the streams are closed. */
    CompletionStage<Void> close() {
        release();
        CompletionStage<?> mainEnd = main == null ? CompletableFuture.completedStage("") : main.whenEnded();
        CompletionStage<?> roomEnd = room == null ? CompletableFuture.completedStage("") : room.whenEnded();
        return mainEnd.thenCombine(roomEnd, (first, second) -> null);
    }

    private void release() {
        ended = true;
        cancelLimit();
        if (room != null) {
            room.close();
        }
        if (main != null) {
            main.close();
        }
        if (channel != null) {
            channel.close();
        }
    }

    private static JoinFailure failure(Throwable fault) {
        Throwable cause = Causes.of(fault);
        if (cause instanceof JoinFailure failure) {
            return failure;
        } else if (cause instanceof RpcException e && e.kind() == RpcException.Kind.REFUSED) {
            return JoinFailure.lasting("the server refused " + e.method() + ": " + Quote.of(e.getMessage()));
        } else if (cause instanceof RpcException e) {
            return JoinFailure.passing(e.method() + " failed: " + e.getMessage());
        }
        return JoinFailure.passing("the audio connection could not be prepared: " + cause);
    }

    private final class RoomHandler implements RpcHandler {

        @Override
        public void notification(String method, RpcValue params) {
            serial.execute(() -> take(method, params));
        }
    }

    /** We have every media paused, so what arrives all the same is let fall. */
    private final class ChannelListener implements DataChannelListener {

        @Override
        public void opened() {
            serial.execute(() -> {
                if (joined) {
                    cancelLimit();
                }
            });
        }

        @Override
        public void closed(String reason) {
            serial.execute(() -> end(JoinFailure.passing("the audio connection was lost: " + reason)));
        }
    }
}

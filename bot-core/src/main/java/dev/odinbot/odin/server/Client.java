package dev.odinbot.odin.server;

import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.MainCall;
import dev.odinbot.odin.server.ServerTokens.Admission;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.rpc.Decoded;
import dev.odinbot.rpc.RpcReply;
import dev.odinbot.rpc.RpcValue;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One connection of a user: its main stream, its data channel, and its peers in rooms. */
final class Client implements StreamOwner {

    private final ServerTokens tokens;
    private final DataChannels channels;
    private final Joins joins;
    private final Rooms rooms;
    private final Complaints complaints;
    private final Ticker ticker;
    private final Timers timers;
    private final TokenBucket commands;
    private final AudioRelay relay;

    private final Map<String, RoomPeer> peers = new HashMap<>();
    private volatile @Nullable ServerStream stream;
    private volatile Admission.@Nullable Granted admission;
    private volatile @Nullable DataChannel channel;
    private boolean closed;

    @Inject
    Client(
            ServerTokens tokens,
            DataChannels channels,
            Joins joins,
            Rooms rooms,
            Complaints complaints,
            Ticker ticker,
            Timers timers) {
        this.tokens = tokens;
        this.channels = channels;
        this.joins = joins;
        this.rooms = rooms;
        this.complaints = complaints;
        this.ticker = ticker;
        this.timers = timers;
        this.commands = new TokenBucket(ticker, Limits.COMMANDS_PER_SECOND, Limits.COMMAND_BURST);
        this.relay = new AudioRelay(ticker, complaints.datagrams);
    }

    @Override
    public void opened(ServerStream opened) {
        stream = opened;
        leaveUnlessInARoom(Limits.FIRST_ROOM_WITHIN);
    }

    @Override
    public CompletionStage<RpcReply> request(String method, RpcValue params) {
        if (!commands.take()) {
            return refused("rate limit exceeded", method);
        }
        Decoded<MainCall> decoded = Calls.read(MainCall.KINDS, method, params);
        if (decoded instanceof Decoded.Invalid<MainCall> invalid) {
            return refused(
                    invalid.reason().equals(Calls.UNKNOWN_METHOD) ? Calls.UNKNOWN_METHOD : "malformed params",
                    invalid.reason());
        }
        MainCall call = ((Decoded.Value<MainCall>) decoded).get();
        if (call instanceof MainCall.Authenticate authenticate) {
            return authenticate(authenticate);
        }
        Admission.Granted granted = admission;
        if (granted == null) {
            return refused("not authenticated", method);
        }
        return call instanceof MainCall.SetupWebRtc setup ? setup(setup) : join(granted, (MainCall.JoinRoom) call);
    }

    @Override
    public void notification(String method, RpcValue params) {
        complaints.mainStreams.count("notification", method);
    }

    private CompletionStage<RpcReply> authenticate(MainCall.Authenticate call) {
        if (admission != null) {
            return refused("already authenticated", "Authenticate");
        }
        Admission verdict = tokens.atServer(call.token());
        if (verdict instanceof Admission.Refused refused) {
            complaints.mainStreams.count("bad token", refused.reason());
            return CompletableFuture.completedStage(RpcReply.refused(refused.reason()));
        }
        Admission.Granted granted = (Admission.Granted) verdict;
        admission = granted;
        return CompletableFuture.completedStage(RpcReply.of(new MainCall.Authenticated(granted.roomIds())));
    }

    private CompletionStage<RpcReply> setup(MainCall.SetupWebRtc call) {
        return channels.answer(call.sdp(), relay).handle((answered, fault) -> {
            if (fault != null) {
                String why = String.valueOf(fault.getMessage());
                boolean theirs = fault instanceof IllegalArgumentException;
                complaints.mainStreams.count(theirs ? "bad WebRTC offer" : "WebRTC is not available", why);
                return RpcReply.refused(theirs ? why : "WebRTC is not available");
            }
            use(answered);
            return RpcReply.of(new MainCall.SetupWebRtc(answered.localDescription()));
        });
    }

    private void use(DataChannel answered) {
        DataChannel unwanted;
        synchronized (this) {
            unwanted = closed ? answered : channel;
            channel = closed ? null : answered;
        }
        if (unwanted != null) {
            unwanted.close();
        }
    }

    private CompletionStage<RpcReply> join(Admission.Granted granted, MainCall.JoinRoom call) {
        String fault = faultOf(granted, call);
        if (fault != null) {
            return refused(fault, "JoinRoom");
        }
        RoomKey room = new RoomKey(granted.customer(), call.roomId());
        RoomPeer peer = new RoomPeer(this, room, granted.userId(), call.userData(), rooms, complaints, ticker);
        return CompletableFuture.completedStage(RpcReply.of(new MainCall.JoinedRoom(joins.expect(peer))));
    }

    private @Nullable String faultOf(Admission.Granted granted, MainCall.JoinRoom call) {
        if (!granted.roomIds().contains(call.roomId()) || call.roomId().length() > Limits.MAX_ROOM_ID_CHARS) {
            return "room not allowed";
        }
        if (call.userData().length > Limits.MAX_USER_DATA_BYTES) {
            return "user data too long";
        }
        if (!RoomPeer.isPosition(call.position())) {
            return "invalid position";
        }
        if (rooms.isBanned(new RoomKey(granted.customer(), call.roomId()), granted.userId())) {
            return "banned from this room";
        }
        synchronized (this) {
            return peers.containsKey(call.roomId()) ? "already in this room" : null;
        }
    }

    private CompletionStage<RpcReply> refused(String error, String detail) {
        complaints.mainStreams.count(error, detail);
        return CompletableFuture.completedStage(
                RpcReply.refused(error.equals("malformed params") ? error + ": " + detail : error));
    }

    /** A room stream was opened; false when it must close again. */
    synchronized boolean entered(RoomPeer peer) {
        return !closed && peers.putIfAbsent(peer.roomId(), peer) == null;
    }

    void left(RoomPeer peer) {
        boolean wasLast;
        synchronized (this) {
            wasLast = peers.remove(peer.roomId(), peer) && peers.isEmpty() && !closed;
        }
        if (wasLast) {
            leaveUnlessInARoom(Limits.WITHOUT_ROOM);
        }
    }

    private void leaveUnlessInARoom(Duration within) {
        timers.after(within, () -> {
            ServerStream current = stream;
            if (current != null && isInNoRoom()) {
                current.close("no room joined");
            }
        });
    }

    private synchronized boolean isInNoRoom() {
        return peers.isEmpty();
    }

    AudioRelay relay() {
        return relay;
    }

    /** Where this client's audio goes. */
    Optional<DataChannel> channel() {
        return Optional.ofNullable(channel);
    }

    @Override
    public void closed() {
        List<RoomPeer> left;
        DataChannel last;
        synchronized (this) {
            closed = true;
            left = List.copyOf(peers.values());
            last = channel;
            channel = null;
        }
        left.forEach(peer -> peer.close("the main stream was closed"));
        if (last != null) {
            last.close();
        }
    }
}

package dev.odinbot.odin.server;

import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.MediaInfo;
import dev.odinbot.odin.protocol.PeerInfo;
import dev.odinbot.odin.protocol.PeerUpdated;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.rpc.Decoded;
import dev.odinbot.rpc.RpcReply;
import dev.odinbot.rpc.RpcValue;
import dev.odinbot.time.Ticker;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A client's presence in one room, and its room stream. What its room knows of it changes under the room's lock only. */
final class RoomPeer implements StreamOwner {

    private final Client client;
    private final RoomKey key;
    private final String userId;
    private final Rooms rooms;
    private final Complaints complaints;
    private final TokenBucket commands;
    private final Set<Integer> paused = ConcurrentHashMap.newKeySet();

    private volatile byte[] userData;
    private volatile @Nullable ServerStream stream;
    private volatile @Nullable Room room;
    private volatile long id;
    private volatile List<Integer> mediaIds = List.of();

    RoomPeer(
            Client client,
            RoomKey key,
            String userId,
            byte[] userData,
            Rooms rooms,
            Complaints complaints,
            Ticker ticker) {
        this.client = client;
        this.key = key;
        this.userId = userId;
        this.userData = userData;
        this.rooms = rooms;
        this.complaints = complaints;
        this.commands = new TokenBucket(ticker, Limits.COMMANDS_PER_SECOND, Limits.COMMAND_BURST);
    }

    static boolean isPosition(List<Double> position) {
        return (position.size() == 2 || position.size() == 3)
                && position.stream().allMatch(Double::isFinite);
    }

    @Override
    public void opened(ServerStream opened) {
        stream = opened;
        if (!client.entered(this)) {
            opened.close("already in this room");
        } else if (rooms.isBanned(key, userId)) { // since it was let in
            opened.close("banned from this room");
        } else if (!rooms.join(key, this)) {
            opened.close("the server is full");
        }
    }

    /** The room, on joining. */
    void enter(Room entered, long newId, List<Integer> newMediaIds) {
        room = entered;
        id = newId;
        mediaIds = newMediaIds;
    }

    @Override
    public CompletionStage<RpcReply> request(String method, RpcValue params) {
        return CompletableFuture.completedStage(answer(method, params));
    }

    private RpcReply answer(String method, RpcValue params) {
        Room current = room;
        if (current == null) {
            return refused("not joined", method);
        }
        if (!commands.take()) {
            return refused("rate limit exceeded", method);
        }
        Decoded<RoomCall> decoded = Calls.read(RoomCall.KINDS, method, params);
        if (decoded instanceof Decoded.Invalid<RoomCall> invalid) {
            boolean unknown = invalid.reason().equals(Calls.UNKNOWN_METHOD);
            complaints.roomStreams.count(unknown ? Calls.UNKNOWN_METHOD : "malformed params", invalid.reason());
            return RpcReply.refused(unknown ? Calls.UNKNOWN_METHOD : "malformed params: " + invalid.reason());
        }
        String fault = carryOut(current, ((Decoded.Value<RoomCall>) decoded).get());
        return fault == null ? RpcReply.nil() : refused(fault, method);
    }

    private RpcReply refused(String error, String detail) {
        complaints.roomStreams.count(error, detail);
        return RpcReply.refused(error);
    }

    /** What is wrong with the call, or null when it was done. */
    private @Nullable String carryOut(Room current, RoomCall call) {
        if (call instanceof RoomCall.StartMedia start) {
            return current.startMedia(this, start.mediaId(), start.properties());
        } else if (call instanceof RoomCall.StopMedia stop) {
            return current.stopMedia(this, stop.mediaId());
        } else if (call instanceof RoomCall.PauseMedia pause) {
            return current.pauseMedia(this, pause.mediaId());
        } else if (call instanceof RoomCall.ResumeMedia resume) {
            return paused.remove(resume.mediaId()) ? null : "media not paused";
        } else if (call instanceof RoomCall.UpdatePeer update) {
            return updateUserData(current, update.userData());
        } else if (call instanceof RoomCall.SendMessage send) {
            return send(current, send);
        }
        // Nobody is culled by distance here: everybody hears everybody.
        return isPosition(((RoomCall.SetPeerPosition) call).position()) ? null : "invalid position";
    }

    private @Nullable String updateUserData(Room current, byte[] newUserData) {
        if (newUserData.length > Limits.MAX_USER_DATA_BYTES) {
            return "user data too long";
        }
        userData = newUserData;
        current.tellOthers(this, new PeerUpdated.UserDataChanged(id, newUserData));
        return null;
    }

    private @Nullable String send(Room current, RoomCall.SendMessage send) {
        if (send.message().length > Limits.MAX_MESSAGE_BYTES) {
            return "message too long";
        }
        RoomNotice notice = new RoomNotice.MessageReceived(id, send.message());
        List<Long> targets = send.targetPeerIds();
        if (targets == null || targets.isEmpty()) {
            current.tellOthers(this, notice);
        } else {
            current.tell(this, Set.copyOf(targets), notice);
        }
        return null;
    }

    @Override
    public void notification(String method, RpcValue params) {
        complaints.roomStreams.count("notification", method);
    }

    void tell(RoomNotice notice) {
        ServerStream current = stream;
        if (current != null) {
            current.tell(Calls.method((Record) notice), notice);
        }
    }

    /** Tells the peer that it is out, and closes its stream. */
    void dismiss(String reason) {
        tell(new RoomNotice.RoomUpdated(List.of(new RoomUpdate.Left(reason))));
        close(reason);
    }

    void close(String reason) {
        ServerStream current = stream;
        if (current != null) {
            current.close(reason);
        }
    }

    @Override
    public void closed() {
        rooms.leave(key, this);
        client.left(this);
    }

    void pause(int mediaId) {
        paused.add(mediaId);
    }

    void forget(int mediaId) {
        paused.remove(mediaId);
    }

    boolean hasPaused(int mediaId) {
        return paused.contains(mediaId);
    }

    PeerInfo info(List<MediaInfo> medias) {
        return new PeerInfo(id, userId, userData, medias);
    }

    long id() {
        return id;
    }

    String roomId() {
        return key.roomId();
    }

    String userId() {
        return userId;
    }

    List<Integer> mediaIds() {
        return mediaIds;
    }

    Client client() {
        return client;
    }
}

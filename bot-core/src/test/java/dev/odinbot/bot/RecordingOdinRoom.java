package dev.odinbot.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.odinbot.api.room.MediaId;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.odin.client.OdinException;
import dev.odinbot.odin.client.OdinRoom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A joined room that writes down what it is asked to do. */
final class RecordingOdinRoom implements OdinRoom {

    private final List<String> log = new ArrayList<>();
    private boolean started;
    private boolean refusing;

    /** What was asked since the last time. */
    List<String> takeLog() {
        List<String> taken = List.copyOf(log);
        log.clear();
        return taken;
    }

    void refuseNextMedia() {
        refusing = true;
    }

    @Override
    public RoomId id() {
        return new RoomId("Lobby");
    }

    @Override
    public State state() {
        return State.JOINED;
    }

    @Override
    public List<Peer> peers() {
        return List.of();
    }

    @Override
    public CompletionStage<Void> send(byte[] message, Collection<PeerId> targets) {
        log.add("send " + new String(message, UTF_8) + (targets.isEmpty() ? "" : " to " + targets));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<MediaId> startMedia() {
        if (refusing) {
            refusing = false;
            log.add("start media: refused");
            return CompletableFuture.failedFuture(new OdinException("StartMedia", "refused"));
        }
        started = true;
        log.add("start media");
        return CompletableFuture.completedFuture(new MediaId(1));
    }

    @Override
    public CompletionStage<Void> stopMedia() {
        if (started) {
            log.add("stop media");
        }
        started = false;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean audioReady() {
        return started;
    }

    @Override
    public boolean sendAudio(byte[] opus, int offset, int length) {
        return started;
    }

    @Override
    public CompletionStage<Void> leave() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
}

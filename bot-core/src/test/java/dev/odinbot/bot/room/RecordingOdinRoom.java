package dev.odinbot.bot.room;

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
import org.jspecify.annotations.Nullable;

/** A joined room that writes down what it is asked to do. */
final class RecordingOdinRoom implements OdinRoom {

    private final List<String> log = new ArrayList<>();
    private State state = State.JOINED;
    private @Nullable State afterRefusal;
    private boolean started;
    private boolean refusing;
    private boolean refusingToSend;
    private boolean holding;
    private CompletableFuture<Void> held = CompletableFuture.completedFuture(null);

    /** What was asked since the last time. */
    List<String> takeLog() {
        List<String> taken = List.copyOf(log);
        log.clear();
        return taken;
    }

    /** The texts that were sent since the last time, with their targets if there were any. */
    List<String> takeTexts() {
        return takeLog().stream()
                .map(line -> line.replaceAll("^send \\{\"kind\":\"message\",\"payload\":\"(.*)\"}(.*)$", "$1$2"))
                .map(line -> line.replace("\\n", "\n"))
                .toList();
    }

    /** Lets messages be under way until the test finishes them. */
    void holdSending() {
        holding = true;
    }

    /** The message that is under way has arrived. */
    void finishSending() {
        held.complete(null);
    }

    /** The message that is under way has arrived, and all others do at once. */
    void releaseSending() {
        holding = false;
        held.complete(null);
    }

    /** The message that is under way fails, and so do those that come, until {@link #rejoin}. */
    void loseConnection() {
        lose(State.RECONNECTING);
    }

    /** The news of the loss comes after the next call is refused. */
    void afterNextRefusal(State next) {
        afterRefusal = next;
    }

    /** The connection is gone, and the room is known to be in that state. */
    void lose(State known) {
        state = known;
        refusingToSend = true;
        held.completeExceptionally(new OdinException("SendMessage", "the room stream was lost"));
    }

    void becomes(State next) {
        state = next;
    }

    void rejoin() {
        state = State.JOINED;
        refusingToSend = false;
    }

    void refuseSending() {
        refusingToSend = true;
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
        return state;
    }

    @Override
    public List<Peer> peers() {
        return List.of();
    }

    @Override
    public CompletionStage<Void> send(byte[] message, Collection<PeerId> targets) {
        if (refusingToSend) {
            state = afterRefusal == null ? state : afterRefusal;
            return CompletableFuture.failedFuture(new OdinException("SendMessage", "not in the room"));
        }
        log.add("send " + new String(message, UTF_8) + (targets.isEmpty() ? "" : " to " + targets));
        held = holding ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
        return held;
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

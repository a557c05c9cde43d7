package dev.odinbot.odin.client;

import dev.odinbot.api.room.Media;
import dev.odinbot.api.room.MediaId;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.MediaInfo;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.transport.DataChannel;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What there is only while we are in the room: its peers, our media, and what we may ask. Belongs to one {@link Serial}. */
final class Stay {

    private static final Logger LOG = LoggerFactory.getLogger(Stay.class);

    private final RoomConnection connection;
    private final DataChannel channel;
    private final Serial serial;
    private final AudioSender audio;
    private final CommandPacer pacer;
    private final PeerModel model;
    private final List<Integer> mediaIds;
    private @Nullable CompletableFuture<MediaId> media;
    private boolean ended;

    Stay(
            RoomConnection connection,
            DataChannel channel,
            RoomUpdate.Joined joined,
            Network network,
            Serial serial,
            AudioSender audio) {
        this.connection = connection;
        this.channel = channel;
        this.serial = serial;
        this.audio = audio;
        this.pacer = new CommandPacer(network.ticker(), network.timers(), serial);
        this.model = new PeerModel(joined);
        this.mediaIds = joined.mediaIds();
    }

    PeerModel model() {
        return model;
    }

    CompletionStage<Void> send(byte[] message, Collection<PeerId> targets) {
        List<Long> ids =
                targets.isEmpty() ? null : targets.stream().map(PeerId::value).toList();
        return command(CommandPacer.Priority.MESSAGE, new RoomCall.SendMessage(message, ids));
    }

    CompletionStage<MediaId> startMedia() {
        if (media != null) {
            return media;
        }
        if (mediaIds.isEmpty()) {
            return CompletableFuture.failedStage(new OdinException("StartMedia", "the server gave us no media id"));
        }
        CompletableFuture<MediaId> started = new CompletableFuture<>();
        media = started;
        MediaId id = new MediaId(mediaIds.get(0));
        command(CommandPacer.Priority.OWN_MEDIA, new RoomCall.StartMedia(id.value(), MediaInfo.Properties.NONE))
                .whenCompleteAsync((done, fault) -> startAnswered(started, id, fault), serial);
        return started;
    }

    private void startAnswered(CompletableFuture<MediaId> started, MediaId id, @Nullable Throwable fault) {
        boolean wanted = media == started && !ended; // not stopped meanwhile
        if (fault != null) {
            media = wanted ? null : media;
            started.completeExceptionally(Causes.of(fault));
            return;
        }
        if (wanted) {
            audio.start(channel, id);
        }
        started.complete(id);
    }

    CompletionStage<Void> stopMedia() {
        audio.stop();
        if (media == null) {
            return CompletableFuture.completedStage(null);
        }
        media = null;
        return command(CommandPacer.Priority.OWN_MEDIA, stopCall());
    }

    /** Not paced: there is no later for it, and the pacer's margin has room for one more. */
    CompletionStage<Void> stopMediaAtOnce() {
        audio.stop();
        if (media == null) {
            return CompletableFuture.completedStage(null);
        }
        media = null;
        return connection.call(stopCall());
    }

    private RoomCall stopCall() {
        return new RoomCall.StopMedia(mediaIds.get(0), MediaInfo.Properties.NONE);
    }

    /** We do not listen, so the server need not send us the peer's voice. {@code then} runs when it has agreed. */
    void pause(Peer peer, Media remote, Runnable then) {
        if (remote.paused() || ended) {
            return;
        }
        command(CommandPacer.Priority.PAUSE, new RoomCall.PauseMedia(remote.id().value()))
                .whenCompleteAsync(
                        (done, fault) -> {
                            if (fault != null) { // most likely it has just stopped
                                LOG.debug("Media {} was not paused: {}", remote.id(), fault.getMessage());
                            } else if (!ended) {
                                model.paused(peer.id(), remote.id());
                                then.run();
                            }
                        },
                        serial);
    }

    private CompletionStage<Void> command(CommandPacer.Priority priority, RoomCall call) {
        return pacer.submit(Calls.method((Record) call), priority, () -> connection.call(call));
    }

    /** Fails what waits. */
    void end(String reason) {
        ended = true;
        audio.stop();
        pacer.close(reason);
    }
}

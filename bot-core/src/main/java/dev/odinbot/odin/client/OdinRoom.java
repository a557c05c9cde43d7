package dev.odinbot.odin.client;

import dev.odinbot.api.room.MediaId;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A room we are in, or on our way (back) into. Usable from any thread. Calls fail with {@link OdinException} while the room
 * is not joined.
 */
public interface OdinRoom extends AutoCloseable {

    RoomId id();

    State state();

    /** Everybody but us; empty while not joined. */
    List<Peer> peers();

    /** Sends a message, held back as long as the server's command limit asks; no targets means everybody else. */
    CompletionStage<Void> send(byte[] message, Collection<PeerId> targets);

    /**
     * Announces our one media, so that audio may be sent. Already started: completes with the same id. It ends with the
     * connection: after a reconnect it has to be started again.
     */
    CompletionStage<MediaId> startMedia();

    CompletionStage<Void> stopMedia();

    /** Whether {@link #sendAudio} would send: media started, channel open. Never blocks. */
    boolean audioReady();

    /** Sends one Opus packet of 20 ms. For one thread at a time; false when it was dropped. Makes no garbage but the cipher's, about 1 KB. */
    boolean sendAudio(byte[] opus, int offset, int length);

    /** Stops the media, leaves, and closes the connection. The stage completes when all that is done, or given up. */
    CompletionStage<Void> leave();

    /** As {@link #leave}, without waiting. */
    @Override
    void close();

    /**
     * CONNECTING → JOINED ⇄ RECONNECTING; LEFT and FAILED are final. FAILED is only for a gateway address that no try can
     * ever reach; on everything else, a refused key too, it is tried again, if slowly.
     */
    enum State {
        CONNECTING,
        JOINED,
        RECONNECTING,
        LEFT,
        FAILED
    }
}

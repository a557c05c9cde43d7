package dev.odinbot.odin.client;

import dev.odinbot.api.room.MediaId;
import dev.odinbot.odin.protocol.AudioDatagram;
import dev.odinbot.odin.transport.DataChannel;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Puts Opus packets into datagrams and these on the data channel. What it sends on is set from any thread; {@link #send} is
 * for one at a time.
 */
final class AudioSender {

    /** The longest packet of 20 ms that Opus knows, and some. */
    static final int MAX_OPUS_BYTES = 2600;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_OPUS_BYTES + AudioDatagram.MAX_HEADER_BYTES);
    private volatile @Nullable Outlet outlet;
    private int sequence;

    void start(DataChannel channel, MediaId media) {
        outlet = new Outlet(channel, media.value());
    }

    void stop() {
        outlet = null;
    }

    boolean ready() {
        Outlet to = outlet;
        return to != null && to.channel.isOpen();
    }

    /** Makes no garbage itself; the channel may, a little. A packet that the channel drops counts as sent and lost, so that listeners bridge it. */
    boolean send(byte[] opus, int offset, int length) {
        Outlet to = outlet;
        if (to == null || !to.channel.isOpen() || length > MAX_OPUS_BYTES) {
            return false;
        }
        buffer.clear();
        AudioDatagram.write(buffer, to.mediaId, sequence, to.timestamp, opus, offset, length);
        buffer.flip();
        sequence += AudioDatagram.SEQUENCE_STEP;
        to.timestamp += AudioDatagram.TIMESTAMP_STEP;
        return to.channel.send(buffer);
    }

    private static final class Outlet {
        private final DataChannel channel;
        private final int mediaId;

        /**
         * Starts at 0 with every media, where the vendor's decoder expects it: begun elsewhere, it loses the first 180 ms
         * or, when that is whole packets ahead, counts 99 lost two seconds later (seen with @4players/odin 0.16.0).
         */
        private int timestamp;

        private Outlet(DataChannel channel, int mediaId) {
            this.channel = channel;
            this.mediaId = mediaId;
        }
    }
}

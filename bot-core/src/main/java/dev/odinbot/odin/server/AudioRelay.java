package dev.odinbot.odin.server;

import dev.odinbot.odin.protocol.AudioDatagram;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.odinbot.rpc.Refusals;
import dev.odinbot.time.Ticker;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes the datagrams of one client and forwards them to everybody who wants them. Datagrams come on one thread. */
final class AudioRelay implements DataChannelListener {

    private final Ticker ticker;
    private final Refusals refusals;
    private final AudioDatagram reader = new AudioDatagram();
    private final Map<Integer, StartedMedia> medias = new ConcurrentHashMap<>();

    AudioRelay(Ticker ticker, Refusals refusals) {
        this.ticker = ticker;
        this.refusals = refusals;
    }

    private record StartedMedia(Room room, RoomPeer sender, TokenBucket packets) {}

    void start(int mediaId, Room room, RoomPeer sender) {
        TokenBucket packets = new TokenBucket(ticker, Limits.PACKETS_PER_SECOND, Limits.PACKET_BURST);
        medias.put(mediaId, new StartedMedia(room, sender, packets));
    }

    void stop(int mediaId) {
        medias.remove(mediaId);
    }

    @Override
    public void received(ByteBuffer datagram) {
        if (!reader.read(datagram)) {
            refusals.count("not a datagram of audio", datagram.remaining() + " bytes");
            return;
        }
        StartedMedia media = media(reader.mediaId(0));
        if (media == null) {
            return;
        }
        for (int i = 1; i < reader.medias(); i++) {
            StartedMedia other = media(reader.mediaId(i));
            if (other == null || other.room != media.room) {
                return;
            }
        }
        for (RoomPeer peer : media.room.snapshot()) {
            if (peer != media.sender && hears(peer)) {
                peer.client().channel().ifPresent(channel -> channel.send(datagram));
            }
        }
    }

    private @Nullable StartedMedia media(int mediaId) {
        StartedMedia media = medias.get(mediaId);
        if (media == null) {
            // Clients stop a media before its last packets are out.
            refusals.countEveryday("datagram of a media that was not started", "media " + mediaId);
        } else if (!media.packets.take()) {
            refusals.count("datagrams above the limit", "media " + mediaId);
            return null;
        }
        return media;
    }

    private boolean hears(RoomPeer peer) {
        for (int i = 0; i < reader.medias(); i++) {
            if (!peer.hasPaused(reader.mediaId(i))) {
                return true;
            }
        }
        return false;
    }
}

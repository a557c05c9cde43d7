package dev.odinbot.odin.client;

import dev.odinbot.odin.protocol.AudioDatagram;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.odinbot.odin.transport.DataChannels;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Real channels; what they receive is remembered. */
final class EavesdroppingChannels implements DataChannels {

    private final DataChannels channels;
    final List<Packet> packets = new CopyOnWriteArrayList<>();

    record Packet(int mediaId, int sequence, int timestamp, String opus) {}

    EavesdroppingChannels(DataChannels channels) {
        this.channels = channels;
    }

    /** Those whose Opus begins with these bytes. */
    List<Packet> heard(String hex) {
        return packets.stream().filter(packet -> packet.opus().startsWith(hex)).toList();
    }

    @Override
    public CompletionStage<DataChannel> offer(DataChannelListener listener) {
        return channels.offer(new DataChannelListener() {
            @Override
            public void opened() {
                listener.opened();
            }

            @Override
            public void received(ByteBuffer bytes) {
                AudioDatagram datagram = new AudioDatagram();
                if (datagram.read(bytes)) {
                    byte[] opus = new byte[datagram.opusLength()];
                    bytes.get(datagram.opusOffset(), opus);
                    packets.add(new Packet(
                            datagram.mediaId(0),
                            datagram.sequence(),
                            datagram.timestamp(),
                            HexFormat.of().formatHex(opus)));
                }
                listener.received(bytes);
            }

            @Override
            public void closed(String reason) {
                listener.closed(reason);
            }
        });
    }

    @Override
    public CompletionStage<DataChannel> answer(String offer, DataChannelListener listener) {
        return channels.answer(offer, listener);
    }

    @Override
    public void close() {
        channels.close();
    }
}

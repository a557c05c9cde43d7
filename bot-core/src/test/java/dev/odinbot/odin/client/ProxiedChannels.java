package dev.odinbot.odin.client;

import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.testing.network.UdpProxy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Real channels, each with a network of its own in between; the network of an offer is that of the same place. */
final class ProxiedChannels implements DataChannels {

    private final DataChannels channels;
    final List<UdpProxy> networks = new CopyOnWriteArrayList<>();

    ProxiedChannels(DataChannels channels) {
        this.channels = channels;
    }

    @Override
    public CompletionStage<DataChannel> offer(DataChannelListener listener) {
        UdpProxy network = new UdpProxy(networks.size());
        networks.add(network);
        return channels.offer(listener).thenApply(channel -> new ProxiedChannel(channel, network));
    }

    @Override
    public CompletionStage<DataChannel> answer(String offer, DataChannelListener listener) {
        throw new AssertionError("the client never answers");
    }

    /** The networks only: the channels are another's. */
    @Override
    public void close() {
        networks.forEach(UdpProxy::close);
    }

    private record ProxiedChannel(DataChannel channel, UdpProxy network) implements DataChannel {

        @Override
        public String localDescription() {
            return UdpProxy.withoutCandidates(channel.localDescription());
        }

        @Override
        public void accept(String answer) {
            channel.accept(network.inFrontOf(answer));
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public boolean send(ByteBuffer datagram) {
            return channel.send(datagram);
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}

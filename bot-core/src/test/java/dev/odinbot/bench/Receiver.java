package dev.odinbot.bench;

import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import dev.odinbot.odin.transport.DataChannels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** The process that answers, as the embedded server does, and counts what comes. */
final class Receiver {

    /** Where in a datagram {@link Rooms} says to which measurement it belongs. */
    private static final int WINDOW_OFFSET = 3;

    private final DataChannels channels;
    private final Map<Integer, DataChannel> open = new ConcurrentHashMap<>();
    private final AtomicLongArray received = new AtomicLongArray(Rooms.MOST_WINDOWS);

    private Receiver(DataChannels channels) {
        this.channels = channels;
    }

    public static void main(String[] arguments) throws IOException {
        new Receiver(Contestant.titled(arguments[1]).channels()).serve(Integer.parseInt(arguments[0]));
        Runtime.getRuntime().halt(0); // whatever a library still has running
    }

    private void serve(int parentPort) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Commands()
                    .on("port", unused -> Map.of("port", server.getLocalPort()))
                    .on("meet", unused -> {
                        Socket socket = server.accept();
                        hear(socket);
                        return Map.of();
                    })
                    .on(
                            "count",
                            window -> Map.of(
                                    "received",
                                    received.get(window.get("window").asInt()),
                                    "connections",
                                    open.size()))
                    .serve(parentPort);
        }
    }

    private void hear(Socket socket) throws IOException {
        Signalling[] sender = new Signalling[1];
        synchronized (sender) {
            sender[0] = new Signalling(socket, (connection, text) -> {
                synchronized (sender) {
                    heard(sender[0], connection, text);
                }
            });
        }
    }

    private void heard(Signalling sender, int connection, String offer) {
        if (offer.isEmpty()) {
            DataChannel gone = open.remove(connection);
            if (gone != null) {
                gone.close();
            }
            return;
        }
        CompletionStage<?> unused = channels.answer(offer, new Counter()).whenComplete((channel, fault) -> {
            if (fault == null) {
                open.put(connection, channel);
                sender.say(connection, channel.localDescription());
            } else {
                System.err.println("An offer could not be answered: " + fault);
                sender.say(connection, "");
            }
        });
    }

    private final class Counter implements DataChannelListener {
        @Override
        public void received(ByteBuffer datagram) {
            received.incrementAndGet(datagram.get(datagram.position() + WINDOW_OFFSET));
        }
    }
}

package dev.odinbot.odin.transport.dtls;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Carries datagrams between peers on a thread of its own, well or badly. */
final class TestNetwork implements AutoCloseable {

    /** What happens to one datagram: the datagrams that arrive now in its place. */
    interface Weather {
        List<byte[]> passes(byte[] datagram);
    }

    private final ExecutorService carrier = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "test-network");
        thread.setDaemon(true);
        return thread;
    });

    void connect(TestPeer one, TestPeer other, Weather there, Weather back) {
        one.wire(carry(there, other::receive));
        other.wire(carry(back, one::receive));
    }

    void connect(TestPeer one, TestPeer other) {
        connect(one, other, List::of, List::of);
    }

    /** @param weather asked on the network's thread */
    Consumer<byte[]> carry(Weather weather, Consumer<byte[]> to) {
        return datagram -> {
            if (!carrier.isShutdown()) {
                carrier.execute(() -> weather.passes(datagram).forEach(to));
            }
        };
    }

    /** Loses two datagrams in ten, doubles, swaps or damages one each, and adds garbage; for one direction. */
    static Weather bad(Random random) {
        List<byte[]> late = new ArrayList<>();
        return datagram -> {
            List<byte[]> now = new ArrayList<>();
            switch (random.nextInt(10)) {
                case 0, 1 -> {}
                case 2 -> now.addAll(List.of(datagram, datagram));
                case 3 -> late.add(datagram);
                case 4 -> {
                    byte[] damaged = datagram.clone();
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                    // A handshake has no defence against damage before its end but UDP's checksum.
                    if (datagram[0] == RecordReader.APPLICATION_DATA) {
                        now.add(damaged);
                    }
                    now.add(datagram);
                }
                case 5 -> {
                    byte[] garbage = new byte[random.nextInt(300)];
                    random.nextBytes(garbage);
                    now.add(garbage);
                    now.add(datagram);
                }
                default -> now.add(datagram);
            }
            if (!now.isEmpty() && !late.isEmpty()) {
                now.addAll(late);
                late.clear();
            }
            return now;
        };
    }

    @Override
    public void close() {
        carrier.shutdownNow();
    }
}

package dev.odinbot.odin.transport.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/** Agents that send packets to each other in a time that only tests move; as bad as a test wants, the same for a seed. */
final class SimulatedNetwork {

    static final long MILLI = 1_000_000;

    private final Random random;
    private final Map<InetSocketAddress, Host> hosts = new HashMap<>();
    private final List<Host> all = new ArrayList<>();
    private final PriorityQueue<Packet> onTheWay =
            new PriorityQueue<>((a, b) -> Long.compare(a.arrivalNanos, b.arrivalNanos));

    double loss;
    double duplication;
    long delayNanos = MILLI;
    long jitterNanos;
    long nowNanos;

    SimulatedNetwork(long seed) {
        random = new Random(seed);
    }

    Host host(IceRole role, InetSocketAddress address) {
        Host host = new Host(role, IceCredentials.random(), address, new Random(random.nextLong()));
        hosts.put(address, host);
        all.add(host);
        return host;
    }

    /** Packets from there arrive, and come from, another address; to its old one nobody can send any more. */
    void move(Host host, InetSocketAddress address) {
        hosts.remove(host.address);
        host.address = address;
        hosts.put(address, host);
    }

    /** A second address at which the host can be reached; it sends from the first. */
    void alias(Host host, InetSocketAddress address) {
        hosts.put(address, host);
    }

    void unplug(Host host) {
        hosts.values().removeIf(other -> other == host);
        all.remove(host);
    }

    void deliver(InetSocketAddress from, InetSocketAddress to, byte[] packet) {
        if (random.nextDouble() < loss) {
            return;
        }
        for (int copies = random.nextDouble() < duplication ? 2 : 1; copies > 0; copies--) {
            long jitter = jitterNanos == 0 ? 0 : random.nextLong(jitterNanos);
            onTheWay.add(new Packet(nowNanos + delayNanos + jitter, from, to, packet));
        }
    }

    void run(long nanos) {
        long end = nowNanos + nanos;
        while (true) {
            long next = onTheWay.isEmpty() ? Long.MAX_VALUE : onTheWay.peek().arrivalNanos;
            for (Host host : all) {
                next = Math.min(next, host.agent.deadlineNanos());
            }
            if (next > end) {
                nowNanos = end;
                return;
            }
            nowNanos = Math.max(nowNanos, next);
            step();
        }
    }

    private void step() {
        while (!onTheWay.isEmpty() && onTheWay.peek().arrivalNanos <= nowNanos) {
            Packet packet = onTheWay.remove();
            Host to = hosts.get(packet.to);
            if (to != null) {
                to.agent.received(ByteBuffer.wrap(packet.bytes), packet.from, nowNanos);
            }
        }
        for (Host host : List.copyOf(all)) {
            if (host.agent.deadlineNanos() <= nowNanos) {
                host.agent.tick(nowNanos);
            }
        }
    }

    private record Packet(long arrivalNanos, InetSocketAddress from, InetSocketAddress to, byte[] bytes) {}

    /** An agent, and what it said. */
    final class Host implements IceAgent.Outbox {

        final IceCredentials credentials;
        final IceAgent agent;
        final List<InetSocketAddress> selected = new ArrayList<>();
        final List<Long> selectedNanos = new ArrayList<>();
        final List<InetSocketAddress> sentTo = new ArrayList<>();
        final List<Long> sentNanos = new ArrayList<>();
        final List<String> failures = new ArrayList<>();
        final List<byte[]> sent = new ArrayList<>();
        long failedNanos;
        InetSocketAddress address;

        private Host(IceRole role, IceCredentials credentials, InetSocketAddress address, Random random) {
            this.credentials = credentials;
            this.address = address;
            agent = new IceAgent(role, credentials, this, random);
        }

        void start(Host other, IceCandidate... candidates) {
            agent.start(other.credentials, List.of(candidates), false, nowNanos);
        }

        IceCandidate candidate(long priority) {
            return new IceCandidate(address, priority);
        }

        InetSocketAddress last() {
            return selected.isEmpty() ? null : selected.get(selected.size() - 1);
        }

        @Override
        public void send(byte[] packet, int length, InetSocketAddress to) {
            if (!failures.isEmpty()) {
                throw new AssertionError("Sent after it had failed");
            }
            byte[] copy = Arrays.copyOf(packet, length);
            sent.add(copy);
            sentTo.add(to);
            sentNanos.add(nowNanos);
            deliver(address, to, copy);
        }

        @Override
        public void selected(InetSocketAddress remote) {
            if (remote.equals(last())) {
                throw new AssertionError("Selected " + remote + " again");
            }
            selected.add(remote);
            selectedNanos.add(nowNanos);
        }

        @Override
        public void failed(String reason) {
            failures.add(reason);
            failedNanos = nowNanos;
        }
    }
}

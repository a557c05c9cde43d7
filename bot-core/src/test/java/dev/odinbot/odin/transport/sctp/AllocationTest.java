package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What is done for each datagram makes no garbage. */
class AllocationTest {

    private static final int MESSAGES = 100_000;
    private static final long TICK_NANOS = 1_000_000;

    /** Keeps the packets of one call until they are passed on. */
    private static final class Pipe implements SctpAssociation.Outbox {
        private final byte[][] packets = new byte[16][SctpAssociation.MAX_PACKET_BYTES];
        private final int[] lengths = new int[16];
        private int count;
        long messages;

        @Override
        public byte[] packet() {
            return packets[count];
        }

        @Override
        public void send(int length) {
            lengths[count++] = length;
        }

        @Override
        public void established() {}

        @Override
        public void message(byte[] buffer, int offset, int length) {
            messages++;
        }

        @Override
        public void closed(String reason) {
            throw new AssertionError(reason);
        }

        /** @param lost of how many one is lost; 0 for none */
        void passTo(SctpAssociation to, int number, int lost, long now) {
            for (int i = 0; i < count; i++) {
                if (lost == 0 || number % lost != 0) {
                    to.received(packets[i], 0, lengths[i], now);
                }
            }
            count = 0;
        }
    }

    private final Pipe toBob = new Pipe();
    private final Pipe toAlice = new Pipe();
    private final SctpAssociation alice = new SctpAssociation(5000, 5000, toBob);
    private final SctpAssociation bob = new SctpAssociation(5000, 5000, toAlice);
    private final ByteBuffer message = ByteBuffer.allocateDirect(200);
    private long now;

    private void talk(int messages, int lost) {
        for (int i = 0; i < messages; i++) {
            now += TICK_NANOS;
            alice.send(message, now);
            toBob.passTo(bob, i, lost, now);
            if (bob.deadlineNanos() <= now) {
                bob.tick(now);
            }
            toAlice.passTo(alice, i, 0, now);
            if (alice.deadlineNanos() <= now) {
                alice.tick(now);
            }
        }
    }

    /** Bob's SACKs go with his own sound, and Alice's with hers. */
    private void talkBothWays(int messages) {
        for (int i = 0; i < messages; i++) {
            now += TICK_NANOS;
            alice.send(message, now);
            toBob.passTo(bob, i, 0, now);
            bob.send(message, now);
            toAlice.passTo(alice, i, 0, now);
            toBob.passTo(bob, i, 0, now);
        }
    }

    /** Messages beyond the window wait in the queue. */
    private void burst(int rounds) {
        for (int i = 0; i < rounds; i++) {
            now += 20 * TICK_NANOS;
            for (int j = 0; j < 10; j++) {
                alice.send(message, now);
                toBob.passTo(bob, i, 0, now);
            }
            toAlice.passTo(alice, i, 0, now);
            toBob.passTo(bob, i, 0, now);
            toAlice.passTo(alice, i, 0, now);
        }
    }

    private long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        work.run();
        return threads.getThreadAllocatedBytes(id) - before;
    }

    @Test
    void sendAndReceived_ofDataSacksAndForwardTsns_allocateNothing() {
        alice.start(now);
        for (int i = 0; i < 4; i++) {
            toBob.passTo(bob, 1, 0, now);
            toAlice.passTo(alice, 1, 0, now);
        }
        talk(20_000, 0);
        talk(20_000, 10);
        talkBothWays(20_000);
        burst(1000);

        long toBobBefore = toAlice.messages;
        long toAliceBefore = toBob.messages;
        assertThat(allocatedBy(() -> talk(MESSAGES, 0))).as("clean").isLessThan(MESSAGES / 50);
        assertThat(allocatedBy(() -> talk(MESSAGES, 10))).as("lossy").isLessThan(MESSAGES / 50);
        assertThat(allocatedBy(() -> burst(MESSAGES / 10))).as("bursts").isLessThan(MESSAGES / 50);
        assertThat(allocatedBy(() -> talkBothWays(MESSAGES))).as("both ways").isLessThan(MESSAGES / 50);
        // Each counts what it hears in the box where it writes its answers.
        assertThat(toAlice.messages - toBobBefore).isEqualTo(MESSAGES + MESSAGES * 9 / 10 + 2 * MESSAGES);
        assertThat(toBob.messages - toAliceBefore).isEqualTo(MESSAGES);
    }
}

package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is kept of messages: those that wait to be sent, and those that are not yet whole. */
class QueuesTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 20_000);

    private final Counters counters = new Counters();

    @Test
    void sendQueue_anyOrderOfCalls_keepsBytesAndOrder() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            SendQueue queue = new SendQueue();
            Deque<byte[]> model = new ArrayDeque<>();
            for (int i = 0; i < CASES / 10; i++) {
                String where = "seed " + seed + " case " + i;
                if (random.nextInt(5) < (i / 300 % 2 == 0 ? 4 : 1)) {
                    byte[] message = new byte[1 + random.nextInt(random.nextInt(4) == 0 ? 8192 : 300)];
                    random.nextBytes(message);
                    int used = model.stream().mapToInt(m -> m.length).sum();
                    boolean room = model.size() < 256 && used + message.length <= SendQueue.MAX_BYTES;
                    assertThat(queue.hasRoomFor(message.length)).as(where).isEqualTo(room);
                    if (room) {
                        queue.add(ByteBuffer.wrap(message), i);
                        model.add(message);
                    }
                } else if (!model.isEmpty()) {
                    byte[] message = model.remove();
                    assertThat(queue.firstLength()).as(where).isEqualTo(message.length);
                    int from = random.nextInt(message.length);
                    byte[] part = new byte[message.length - from];
                    queue.copyFirst(from, part, 0, part.length);
                    assertThat(Arrays.equals(part, Arrays.copyOfRange(message, from, message.length)))
                            .as(where)
                            .isTrue();
                    queue.removeFirst();
                }
                assertThat(queue.isEmpty()).as(where).isEqualTo(model.isEmpty());
            }
        }
    }

    @Test
    void sendQueue_removeOlderThan_removesJustThose() {
        SendQueue queue = new SendQueue();
        for (int i = 0; i < 10; i++) {
            queue.add(ByteBuffer.wrap(new byte[i + 1]), 20 * i);
        }
        assertThat(queue.removeOlderThan(100)).isEqualTo(5);
        assertThat(queue.firstLength()).isEqualTo(6);
        assertThat(queue.removeOlderThan(100)).isZero();
    }

    @Test
    void reassembly_fragmentsInAnyOrder_makeTheMessageOnce() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            Reassembly reassembly = new Reassembly(counters);
            int count = 2 + random.nextInt(20);
            Integer[] order = new Integer[count];
            Arrays.setAll(order, i -> i);
            java.util.Collections.shuffle(Arrays.asList(order), random);
            byte[] whole = null;
            for (int n = 0; n < count; n++) {
                assertThat(whole).isNull();
                int i = order[n];
                int flags = (i == 0 ? DataChunk.BEGINNING : 0) | (i == count - 1 ? DataChunk.ENDING : 0);
                whole = reassembly.add(-5 + i, flags, i == 0 ? 53 : 99, new byte[] {9, (byte) i}, 1, 1, 0);
            }
            byte[] expected = new byte[count];
            for (int i = 0; i < count; i++) {
                expected[i] = (byte) i;
            }
            assertThat(whole).isEqualTo(expected);
            assertThat(reassembly.protocol()).isEqualTo(53);
            assertThat(reassembly.usedBytes()).isZero();
            assertThat(reassembly.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
            assertThat(counters.ignored).isZero();
        }
    }

    @Test
    void reassembly_ofTwoMessagesSideBySide_keepsThemApart() {
        Reassembly reassembly = new Reassembly(counters);
        byte[] bytes = {1, 2, 3, 4};
        assertThat(reassembly.add(11, DataChunk.ENDING, 53, bytes, 1, 1, 0)).isNull();
        assertThat(reassembly.add(12, DataChunk.BEGINNING, 53, bytes, 2, 1, 0)).isNull();
        assertThat(reassembly.add(13, DataChunk.ENDING, 53, bytes, 3, 1, 0)).isEqualTo(new byte[] {3, 4});
        assertThat(reassembly.add(10, DataChunk.BEGINNING, 53, bytes, 0, 1, 0)).isEqualTo(new byte[] {1, 2});
    }

    @Test
    void reassembly_ofMessagesThatNeverEnd_staysWithinBytesNumberAndAge() {
        Reassembly reassembly = new Reassembly(counters);
        byte[] bytes = new byte[1100];
        for (int i = 0; i < 1000; i++) {
            assertThat(reassembly.add(2 * i, DataChunk.BEGINNING, 53, bytes, 0, 1100, i))
                    .isNull();
            assertThat(reassembly.usedBytes()).isLessThanOrEqualTo(Reassembly.MAX_BYTES);
        }
        assertThat(reassembly.usedBytes()).isGreaterThan(Reassembly.MAX_BYTES - 1100);
        for (int i = 0; i < 1000; i++) {
            assertThat(reassembly.add(2000 + 2 * i, 0, 53, bytes, 0, 1, 1000)).isNull();
        }
        assertThat(reassembly.usedBytes()).isEqualTo(256);
        assertThat(reassembly.deadlineNanos()).isEqualTo(1000 + TimeUnit.SECONDS.toNanos(5));
        assertThat(counters.ignored).as("put out").isEqualTo(2000 - 256);
        reassembly.tick(1000 + TimeUnit.SECONDS.toNanos(5));
        assertThat(reassembly.usedBytes()).isZero();
        assertThat(counters.ignored).as("put out or too old").isEqualTo(2000);
    }

    @Test
    void reassembly_ofTheLongestMessage_works_andOfALongerOneDoesNot() {
        byte[] bytes = new byte[1024];
        Reassembly reassembly = new Reassembly(counters);
        byte[] whole = null;
        for (int i = 0; i < 64; i++) {
            whole = reassembly.add(i, i == 0 ? 2 : i == 63 ? 1 : 0, 53, bytes, 0, 1024, 0);
        }
        assertThat(whole).hasSize(Reassembly.MAX_BYTES);
        for (int i = 0; i < 80; i++) {
            assertThat(reassembly.add(i, i == 0 ? 2 : i == 79 ? 1 : 0, 53, bytes, 0, 1024, 0))
                    .isNull();
        }
    }
}

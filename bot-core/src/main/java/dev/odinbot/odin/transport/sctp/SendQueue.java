package dev.odinbot.odin.transport.sctp;

import java.nio.ByteBuffer;

/** Copies of the messages that are to be sent, in two rings that grow up to a bound and are reused. */
final class SendQueue {

    static final int MAX_BYTES = 1 << 16;
    private static final int FIRST_BYTES = 1 << 10;
    private static final int MAX_MESSAGES = 1 << 8;
    private static final int FIRST_MESSAGES = 1 << 2;

    private byte[] bytes = new byte[0];
    private int firstByte;
    private int usedBytes;

    private int[] lengths = new int[0];
    private long[] sinceNanos = new long[0];
    private int firstMessage;
    private int messages;

    boolean isEmpty() {
        return messages == 0;
    }

    int usedBytes() {
        return usedBytes;
    }

    int firstLength() {
        return lengths[firstMessage];
    }

    boolean hasRoomFor(int length) {
        return messages < MAX_MESSAGES && length <= MAX_BYTES - usedBytes;
    }

    /** Only if there is room. */
    void add(ByteBuffer message, long nowNanos) {
        int length = message.remaining();
        if (usedBytes + length > bytes.length) {
            growBytes(usedBytes + length);
        }
        if (messages == lengths.length) {
            growMessages();
        }
        int at = (firstByte + usedBytes) & (bytes.length - 1);
        int head = Math.min(length, bytes.length - at);
        message.get(message.position(), bytes, at, head);
        message.get(message.position() + head, bytes, 0, length - head);
        usedBytes += length;
        int slot = (firstMessage + messages) & (lengths.length - 1);
        lengths[slot] = length;
        sinceNanos[slot] = nowNanos;
        messages++;
    }

    /** Copies a part of the first message. */
    void copyFirst(int offset, byte[] to, int toOffset, int length) {
        int at = (firstByte + offset) & (bytes.length - 1);
        int head = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, to, toOffset, head);
        System.arraycopy(bytes, 0, to, toOffset + head, length - head);
    }

    void removeFirst() {
        int length = lengths[firstMessage];
        usedBytes -= length;
        messages--;
        // From the start again whenever possible: few copies in two parts, and the same few cache lines.
        firstByte = usedBytes == 0 ? 0 : (firstByte + length) & (bytes.length - 1);
        firstMessage = (firstMessage + 1) & (lengths.length - 1);
    }

    /** @return how many messages had been there since before that, and no longer are */
    int removeOlderThan(long nanos) {
        int removed = 0;
        while (messages > 0 && sinceNanos[firstMessage] < nanos) {
            removeFirst();
            removed++;
        }
        return removed;
    }

    private void growBytes(int needed) {
        byte[] grown = new byte[Math.max(FIRST_BYTES, Integer.highestOneBit(2 * needed - 1))];
        copyFirst(0, grown, 0, usedBytes);
        bytes = grown;
        firstByte = 0;
    }

    private void growMessages() {
        int capacity = Math.max(FIRST_MESSAGES, 2 * lengths.length);
        int[] grownLengths = new int[capacity];
        long[] grownSince = new long[capacity];
        for (int i = 0; i < messages; i++) {
            int from = (firstMessage + i) & (lengths.length - 1);
            grownLengths[i] = lengths[from];
            grownSince[i] = sinceNanos[from];
        }
        lengths = grownLengths;
        sinceNanos = grownSince;
        firstMessage = 0;
    }
}

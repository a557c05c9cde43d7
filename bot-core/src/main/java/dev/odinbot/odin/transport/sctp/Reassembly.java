package dev.odinbot.odin.transport.sctp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The fragments of messages that are not yet whole. The peer's fragments of a message have TSNs in a row. Bounded in
 * bytes, number and age: the oldest go first. Makes garbage, as audio is never fragmented.
 */
final class Reassembly {

    /** As our description announces: no message of the peer is longer. */
    static final int MAX_BYTES = 1 << 16;

    private static final int MAX_FRAGMENTS = 256;
    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** One that has come. */
    private static final class Fragment {
        final int tsn;
        final int flags;
        final int protocol;
        final byte[] data;
        final long sinceNanos;

        Fragment(int tsn, int flags, int protocol, byte[] data, long sinceNanos) {
            this.tsn = tsn;
            this.flags = flags;
            this.protocol = protocol;
            this.data = data;
            this.sinceNanos = sinceNanos;
        }
    }

    private final Counters counters;
    private final List<Fragment> fragments = new ArrayList<>(0);
    private int usedBytes;
    private int protocol;

    Reassembly(Counters counters) {
        this.counters = counters;
    }

    /** What the peer wrote as protocol into the message that became whole last. */
    int protocol() {
        return protocol;
    }

    int usedBytes() {
        return usedBytes;
    }

    /** @return the message that this fragment makes whole, if it does */
    byte @Nullable [] add(int tsn, int flags, int protocol, byte[] bytes, int offset, int length, long nowNanos) {
        byte[] data = new byte[length];
        System.arraycopy(bytes, offset, data, 0, length);
        int at = fragments.size();
        while (at > 0 && Tsn.isAfter(fragments.get(at - 1).tsn, tsn)) {
            at--;
        }
        fragments.add(at, new Fragment(tsn, flags, protocol, data, nowNanos));
        usedBytes += length;
        byte[] message = takeWhole(at);
        while (usedBytes > MAX_BYTES || fragments.size() > MAX_FRAGMENTS) {
            remove(oldest());
        }
        return message;
    }

    private byte @Nullable [] takeWhole(int around) {
        int first = around;
        while ((fragments.get(first).flags & DataChunk.BEGINNING) == 0) {
            if (first == 0 || !isFollowedDirectly(first - 1)) {
                return null;
            }
            first--;
        }
        int last = around;
        while ((fragments.get(last).flags & DataChunk.ENDING) == 0) {
            if (last == fragments.size() - 1 || !isFollowedDirectly(last)) {
                return null;
            }
            last++;
        }
        List<Fragment> whole = fragments.subList(first, last + 1);
        byte[] message = new byte[whole.stream().mapToInt(f -> f.data.length).sum()];
        int at = 0;
        for (Fragment fragment : whole) {
            System.arraycopy(fragment.data, 0, message, at, fragment.data.length);
            at += fragment.data.length;
        }
        protocol = whole.get(0).protocol;
        whole.clear();
        usedBytes -= at;
        return message;
    }

    private boolean isFollowedDirectly(int index) {
        return fragments.get(index).tsn + 1 == fragments.get(index + 1).tsn;
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < fragments.size(); i++) {
            if (fragments.get(i).sinceNanos < fragments.get(oldest).sinceNanos) {
                oldest = i;
            }
        }
        return oldest;
    }

    private void remove(int index) {
        counters.ignored++;
        usedBytes -= fragments.remove(index).data.length;
    }

    /** The rest of what began up to here will never come. */
    void forgetUpTo(int tsn) {
        while (!fragments.isEmpty() && !Tsn.isAfter(fragments.get(0).tsn, tsn)) {
            remove(0);
        }
    }

    long deadlineNanos() {
        return fragments.isEmpty() ? Alarm.NEVER : fragments.get(oldest()).sinceNanos + MAX_AGE_NANOS;
    }

    void tick(long nowNanos) {
        while (deadlineNanos() <= nowNanos) {
            remove(oldest());
        }
    }
}

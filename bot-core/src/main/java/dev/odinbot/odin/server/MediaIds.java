package dev.odinbot.odin.server;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Hands out media ids, unique in the whole server: a client in several rooms gets the datagrams of all on one channel. An id
 * that was given back rests as long as possible, as late datagrams may still bear it. Any thread.
 */
final class MediaIds {

    private static final int MAX = 0xffff;

    private final BitSet used = new BitSet(MAX + 1);
    private int last;

    /** Empty when all are in use. */
    synchronized List<Integer> take(int count) {
        if (MAX - used.cardinality() < count) {
            return List.of();
        }
        List<Integer> ids = new ArrayList<>(count);
        while (ids.size() < count) {
            last = last == MAX ? 1 : last + 1;
            if (!used.get(last)) {
                used.set(last);
                ids.add(last);
            }
        }
        return ids;
    }

    synchronized void giveBack(List<Integer> ids) {
        ids.forEach(used::clear);
    }
}

package dev.odinbot.odin.transport.udp;

/** Something with deadlines, which a loop minds. */
public interface Timed {

    /** Any thread; {@code Long.MAX_VALUE} for never. */
    long deadlineNanos();

    /** The deadline has come. On the loop's thread. */
    void tick(long nowNanos);

    /** It is not minded any more, as the loop failed, or it failed in {@link #tick}. On the loop's thread. */
    void ended(String reason);
}

package dev.odinbot.odin.transport.sctp;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The four packets that make an association, which both sides of a WebRTC connection begin (RFC 9260, 5). Our tag and
 * first TSN are the same in our INIT and in our answers to the peer's, so that it does not matter whose gets through.
 */
final class Handshake {

    /** How far we are with our own INIT; an association may come about at any point. */
    private enum Step {
        NONE,
        INIT_SENT,
        COOKIE_SENT,
        DONE
    }

    /** What a COOKIE ECHO means. */
    enum Echo {
        FOREIGN,
        STALE,
        ESTABLISHES,
        REPEATED,
        RESTARTED
    }

    static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long FIRST_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int MAX_RETRIES = 8;
    private static final byte[] NOTHING = new byte[0];

    private final SecureRandom random;
    private final CookieJar cookies;
    private final PacketWriter writer;
    private final Complaints complaints;
    private final RoundTrip roundTrip;
    private final int ownTag;
    private final int ownFirstTsn;

    private final Alarm retry = new Alarm();
    private final Alarm limit = new Alarm();
    private Step step = Step.NONE;
    private int retries;
    private long sentNanos;
    private byte[] cookie = NOTHING;
    private int peerTag;
    private int peerFirstTsn;
    private long peerWindowBytes;

    Handshake(SecureRandom random, int ownFirstTsn, PacketWriter writer, Complaints complaints, RoundTrip roundTrip) {
        this.random = random;
        this.ownFirstTsn = ownFirstTsn;
        this.writer = writer;
        this.complaints = complaints;
        this.roundTrip = roundTrip;
        cookies = new CookieJar(random);
        ownTag = newTag();
    }

    private int newTag() {
        int tag = random.nextInt();
        return tag == 0 ? 1 : tag;
    }

    int ownTag() {
        return ownTag;
    }

    int ownFirstTsn() {
        return ownFirstTsn;
    }

    int peerFirstTsn() {
        return peerFirstTsn;
    }

    long peerWindowBytes() {
        return peerWindowBytes;
    }

    boolean isDone() {
        return step == Step.DONE;
    }

    /** 0 as long as we do not know it. */
    int peerTag() {
        return peerTag;
    }

    void start(long nowNanos) {
        if (step == Step.NONE) {
            limit.set(nowNanos + LIMIT_NANOS);
            sendInit(nowNanos);
        }
    }

    private void sendInit(long nowNanos) {
        step = Step.INIT_SENT;
        writer.begin(0);
        InitChunk.write(writer, ChunkType.INIT, ownTag, ownFirstTsn, NOTHING, NOTHING);
        writer.send();
        await(nowNanos);
    }

    private void sendCookie(long nowNanos) {
        step = Step.COOKIE_SENT;
        writer.begin(peerTag);
        int at = writer.chunk(ChunkType.COOKIE_ECHO, 0, cookie.length);
        System.arraycopy(cookie, 0, writer.bytes(), at, cookie.length);
        writer.send();
        await(nowNanos);
    }

    private void await(long nowNanos) {
        sentNanos = nowNanos;
        retry.set(nowNanos + Math.min(RoundTrip.MAX_NANOS, FIRST_RETRY_NANOS << retries));
    }

    /**
     * Answers at any time, remembering nothing. A peer that begins anew while it is associated gets another tag of ours, by
     * which its cookie will show that (RFC 9260, 5.2.2).
     */
    void initReceived(InitChunk init, long nowNanos) {
        if (init.refusal() != null) {
            complaints.refuse(init.tag());
            return;
        }
        int tag = isDone() && init.tag() != peerTag ? newTag() : ownTag;
        byte[] signed = cookies.sign(new Cookie(nowNanos, tag, init.tag(), init.firstTsn(), (int) init.windowBytes()));
        writer.begin(init.tag());
        InitChunk.write(writer, ChunkType.INIT_ACK, tag, ownFirstTsn, signed, init.unknown());
        writer.send();
    }

    /** @return why there will be no association; or null */
    @Nullable
    String initAckReceived(InitChunk ack, long nowNanos) {
        if (step != Step.INIT_SENT) {
            return null;
        }
        String refusal = ack.refusal();
        if (refusal == null && (ack.cookie().length == 0 || ack.cookie().length > longestCookie())) {
            refusal = "the other side's answer has no usable cookie";
        }
        if (refusal != null) {
            complaints.refuse(ack.tag());
            return refusal;
        }
        if (retries == 0) {
            roundTrip.measured(nowNanos - sentNanos);
        }
        retries = 0;
        cookie = ack.cookie();
        peerTag = ack.tag();
        peerFirstTsn = ack.firstTsn();
        peerWindowBytes = ack.windowBytes();
        sendCookie(nowNanos);
        return null;
    }

    private static int longestCookie() {
        return SctpAssociation.MAX_PACKET_BYTES - PacketReader.HEADER_BYTES - PacketReader.CHUNK_HEADER_BYTES - 3;
    }

    /** RFC 9260, 5.2.4; the caller sends COOKIE ACK. */
    Echo cookieReceived(PacketReader chunk, long nowNanos) {
        Cookie echoed = cookies.open(chunk.bytes(), chunk.valueOffset(), chunk.valueLength());
        if (echoed == null || echoed.ownTag() != chunk.verificationTag()) {
            return Echo.FOREIGN;
        }
        if (isDone() && echoed.ownTag() == ownTag && echoed.peerTag() == peerTag) {
            return Echo.REPEATED;
        }
        long age = nowNanos - echoed.sinceNanos();
        if (age > CookieJar.LIFE_NANOS) {
            complaints.staleCookie(echoed.peerTag(), age - CookieJar.LIFE_NANOS);
            return Echo.STALE;
        }
        if (isDone()) {
            complaints.refuseRestart(echoed.peerTag());
            return Echo.RESTARTED;
        }
        peerTag = echoed.peerTag();
        peerFirstTsn = echoed.peerFirstTsn();
        peerWindowBytes = Integer.toUnsignedLong(echoed.peerWindowBytes());
        done();
        return Echo.ESTABLISHES;
    }

    /** @return whether this establishes the association */
    boolean cookieAckReceived() {
        if (step != Step.COOKIE_SENT) {
            return false;
        }
        done();
        return true;
    }

    private void done() {
        step = Step.DONE;
        retry.stop();
        limit.stop();
        cookie = NOTHING;
    }

    /** The peer did not hear of our cookie for too long: once more, within the time that is left. */
    void staleCookie(long nowNanos) {
        if (step == Step.COOKIE_SENT) {
            peerTag = 0;
            sendInit(nowNanos);
        }
    }

    long deadlineNanos() {
        return Math.min(retry.dueNanos(), limit.dueNanos());
    }

    /** @return false when it has taken too long */
    boolean tick(long nowNanos) {
        if (limit.isDue(nowNanos)) {
            return false;
        }
        if (retry.isDue(nowNanos)) {
            retries++;
            if (retries > MAX_RETRIES) {
                return false;
            }
            if (step == Step.INIT_SENT) {
                sendInit(nowNanos);
            } else {
                sendCookie(nowNanos);
            }
        }
        return true;
    }
}

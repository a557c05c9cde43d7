package dev.odinbot.odin.transport.dtls;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which of the peer's records the library gets to see during a handshake: none with which a stranger could have us send or
 * keep more than he sends, and none that would lead the library into a state that it cannot leave. Called holding the
 * session's lock.
 */
final class Admission {

    /** Of a handshake: a chain of a few certificates at most. */
    private static final int MAX_MESSAGE_BYTES = 16 * 1024;

    static final int MESSAGE_HEADER_BYTES = 12;
    private static final int HELLO_VERIFY_REQUEST = 3;
    private static final int CERTIFICATE_VERIFY = 15;
    private static final int FINISHED = 20;

    private final byte @Nullable [] hello;

    /** How long the client's CertificateVerify is, and what came of it; -1 before any of it came. */
    private int proofBytes = -1;

    private final BitSet proof = new BitSet();

    /** @param hello the record with the hello that a server answers, null for a client */
    Admission(byte @Nullable [] hello) {
        this.hello = hello;
    }

    /** Whether the library may see this record; the caller then gives it to the library. */
    boolean admits(RecordReader record) {
        if (record.epoch() > 1) {
            return false;
        }
        return switch (record.type()) {
            case RecordReader.HANDSHAKE -> record.epoch() == 1 || admitsMessages(record);
            case RecordReader.CHANGE_CIPHER_SPEC -> isDoneWithPlain();
            default -> record.type() == RecordReader.ALERT;
        };
    }

    /** Whether it is once more the hello that we answer; the library then sends its flight once more. */
    boolean isHelloAgain(RecordReader record) {
        return record.type() == RecordReader.HANDSHAKE
                && record.epoch() == 0
                && hello != null
                && Arrays.equals(
                        record.bytes(),
                        record.offset() + RecordReader.HEADER_BYTES,
                        record.offset() + record.length(),
                        hello,
                        RecordReader.HEADER_BYTES,
                        hello.length);
    }

    /**
     * The library takes a ChangeCipherSpec as soon as it has the client's key, and from then on nothing plain any more: were
     * the CertificateVerify between them lost or late, it would wait for it in vain. The client sends both again.
     */
    private boolean isDoneWithPlain() {
        return hello == null || proof.cardinality() == proofBytes;
    }

    private boolean admitsMessages(RecordReader record) {
        if (isHelloAgain(record)) {
            return true;
        }
        byte[] bytes = record.bytes();
        int end = record.offset() + record.length();
        int message = record.offset() + RecordReader.HEADER_BYTES;
        while (message < end) {
            int next = next(bytes, message, end);
            if (next < 0 || !admitsMessage(bytes, message)) {
                return false;
            }
            message = next;
        }
        return true;
    }

    /** Behind a message, or a fragment of one, with which all is right; -1 when it is not. */
    private static int next(byte[] bytes, int message, int end) {
        if (end - message < MESSAGE_HEADER_BYTES) {
            return -1;
        }
        int count = count(bytes, message);
        int next = message + MESSAGE_HEADER_BYTES + count;
        return next > end || at(bytes, message) + count > length(bytes, message) ? -1 : next;
    }

    private boolean admitsMessage(byte[] bytes, int message) {
        // The library makes room at once for what a first fragment says will come: up to 16 MB, and for 16 messages.
        if (length(bytes, message) > MAX_MESSAGE_BYTES) {
            return false;
        }
        return switch (bytes[message]) {
            // For any that is as long as the one it has answered the library would send its whole flight again.
            case ClientHellos.CLIENT_HELLO -> false;
            // The library would answer each new number with a new hello.
            case HELLO_VERIFY_REQUEST -> hello == null && bytes[message + 4] == 0 && bytes[message + 5] == 0;
            case FINISHED -> false; // It is never plain.
            case CERTIFICATE_VERIFY -> {
                collect(bytes, message);
                yield true;
            }
            default -> true;
        };
    }

    private void collect(byte[] bytes, int message) {
        if (length(bytes, message) != proofBytes) {
            proofBytes = length(bytes, message);
            proof.clear();
        }
        int at = at(bytes, message);
        proof.set(at, at + count(bytes, message));
    }

    static int length(byte[] bytes, int message) {
        return ClientHellos.number24(bytes, message + 1);
    }

    private static int at(byte[] bytes, int message) {
        return ClientHellos.number24(bytes, message + 6);
    }

    static int count(byte[] bytes, int message) {
        return ClientHellos.number24(bytes, message + 9);
    }
}

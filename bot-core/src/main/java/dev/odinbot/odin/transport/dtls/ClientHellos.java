package dev.odinbot.odin.transport.dtls;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSRequest;
import org.bouncycastle.tls.DTLSVerifier;
import org.bouncycastle.tls.DatagramSender;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;

/**
 * Answers hellos with a cookie until one brings the right cookie back (RFC 6347, section 4.2.1). What it keeps is bounded,
 * and what it sends is shorter than the hello. Fragments are put together here, as the library wants a hello whole, and one
 * with post-quantum keys does not fit a datagram.
 */
final class ClientHellos {

    private static final int MAX_HELLO_BYTES = 4096;
    private static final int MESSAGE_HEADER_BYTES = 12;
    private static final int PREFIX_BYTES = RecordReader.HEADER_BYTES + MESSAGE_HEADER_BYTES;
    static final int CLIENT_HELLO = 1;
    private static final byte[] NO_CLIENT_ID = new byte[0];

    /** A hello that brought the right cookie, and the record it would be in if it came in one piece. */
    static final class Verified {

        private final DTLSRequest request;
        private final byte[] record;

        private Verified(DTLSRequest request, byte[] record) {
            this.request = request;
            this.record = record;
        }

        DTLSRequest request() {
            return request;
        }

        byte[] record() {
            return record;
        }
    }

    /** One per session: what was a right cookie for one peer is wrong for every other. */
    private final DTLSVerifier verifier;

    private final DatagramSender sender;

    /** A record with the hello in one piece, as far as it came. */
    private byte[] hello = new byte[0];

    private final BitSet came = new BitSet();

    /** @param out sends a datagram */
    ClientHellos(TlsCrypto crypto, int datagramBytes, Consumer<byte[]> out) {
        verifier = new DTLSVerifier(crypto);
        sender = new DatagramSender() {
            @Override
            public int getSendLimit() {
                return datagramBytes;
            }

            @Override
            public void send(byte[] buffer, int offset, int length) {
                out.accept(Arrays.copyOfRange(buffer, offset, offset + length));
            }
        };
    }

    /** @return the hello, when it is whole and brought the right cookie */
    @Nullable
    Verified received(RecordReader record) {
        if (!collect(record)) {
            return null;
        }
        byte[] whole = hello;
        hello = new byte[0];
        try {
            DTLSRequest request = verifier.verifyRequest(NO_CLIENT_ID, whole, 0, whole.length, sender);
            return request == null ? null : new Verified(request, whole);
        } catch (RuntimeException e) {
            return null; // Nobody promises that the library's parser throws nothing else.
        }
    }

    /** Takes a fragment in; true when the hello is whole. */
    private boolean collect(RecordReader record) {
        int from = record.offset();
        byte[] bytes = record.bytes();
        int fragment = record.length() - PREFIX_BYTES;
        if (record.type() != RecordReader.HANDSHAKE || record.epoch() != 0 || fragment < 1) {
            return false;
        }
        int message = from + RecordReader.HEADER_BYTES;
        int length = number24(bytes, message + 1);
        int at = number24(bytes, message + 6);
        if (bytes[message] != CLIENT_HELLO
                || length > MAX_HELLO_BYTES
                || number24(bytes, message + 9) != fragment
                || at + fragment > length) {
            return false;
        }
        if (!continues(bytes, message, length)) {
            begin(bytes, from, length);
        }
        // Of its records' numbers the last, as our answers are numbered from there.
        System.arraycopy(bytes, from, hello, 0, 11);
        System.arraycopy(bytes, message + MESSAGE_HEADER_BYTES, hello, PREFIX_BYTES + at, fragment);
        came.set(at, at + fragment);
        return came.cardinality() == length;
    }

    /** Whether type, length and number of the message are those of what came before. */
    private boolean continues(byte[] bytes, int message, int length) {
        return hello.length == PREFIX_BYTES + length
                && Arrays.equals(bytes, message, message + 6, hello, RecordReader.HEADER_BYTES, PREFIX_BYTES - 6);
    }

    private void begin(byte[] bytes, int from, int length) {
        came.clear();
        hello = new byte[PREFIX_BYTES + length];
        int body = MESSAGE_HEADER_BYTES + length;
        hello[11] = (byte) (body >> 8);
        hello[12] = (byte) body;
        System.arraycopy(bytes, from + RecordReader.HEADER_BYTES, hello, RecordReader.HEADER_BYTES, 6);
        // One fragment, at 0, as long as the whole.
        System.arraycopy(hello, RecordReader.HEADER_BYTES + 1, hello, PREFIX_BYTES - 3, 3);
    }

    static int number24(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
    }
}

package dev.odinbot.odin.transport.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes Binding messages into one array, each over the last: begin one, add attributes, {@link #seal} it. */
public final class StunWriter {

    /** The longest user name and every attribute of a check. */
    private static final int MAX_BYTES = 640;

    private final byte[] bytes = new byte[MAX_BYTES];
    private final ByteBuffer message = ByteBuffer.wrap(bytes);
    private final CRC32 crc = new CRC32();

    public StunWriter request(TransactionId id) {
        return begin(StunKind.REQUEST, id);
    }

    public StunWriter success(TransactionId id) {
        return begin(StunKind.SUCCESS, id);
    }

    /** @param code from 300 to 699 */
    public StunWriter error(TransactionId id, int code, String reason) {
        begin(StunKind.ERROR, id);
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        header(StunFormat.ERROR_CODE, 4 + text.length);
        message.putShort((short) 0).put((byte) (code / 100)).put((byte) (code % 100));
        message.put(text);
        return pad();
    }

    private StunWriter begin(StunKind kind, TransactionId id) {
        message.clear();
        message.putShort((short) kind.type).putShort((short) 0).putInt(StunFormat.COOKIE);
        message.putLong(id.high()).putInt(id.low());
        return this;
    }

    /** @param username in UTF-8 */
    public StunWriter username(byte[] username) {
        header(StunFormat.USERNAME, username.length);
        message.put(username);
        return pad();
    }

    public StunWriter priority(long priority) {
        header(StunFormat.PRIORITY, 4);
        message.putInt((int) priority);
        return this;
    }

    public StunWriter useCandidate() {
        header(StunFormat.USE_CANDIDATE, 0);
        return this;
    }

    public StunWriter controlling(long tieBreaker) {
        header(StunFormat.ICE_CONTROLLING, 8);
        message.putLong(tieBreaker);
        return this;
    }

    public StunWriter controlled(long tieBreaker) {
        header(StunFormat.ICE_CONTROLLED, 8);
        message.putLong(tieBreaker);
        return this;
    }

    public StunWriter xorMappedAddress(InetSocketAddress mapped) {
        header(StunFormat.XOR_MAPPED_ADDRESS, XorAddress.bytes(mapped));
        XorAddress.write(message, mapped);
        return this;
    }

    /** Lists what of {@code request} was not understood. */
    public StunWriter unknownAttributes(StunMessage request) {
        header(StunFormat.UNKNOWN_ATTRIBUTES, 2 * request.unknownCount());
        for (int i = 0; i < request.unknownCount(); i++) {
            message.putShort((short) request.unknown(i));
        }
        return pad();
    }

    /**
     * Ends the message with MESSAGE-INTEGRITY and FINGERPRINT.
     *
     * @return the message's length in {@link #bytes}
     */
    public int seal(StunKey key) {
        byte[] code = key.code(message, message.position());
        header(StunFormat.MESSAGE_INTEGRITY, StunFormat.INTEGRITY_BYTES);
        message.put(code);
        int end = message.position();
        header(StunFormat.FINGERPRINT, 4);
        message.putShort(2, (short) (end + 8 - StunFormat.HEADER_BYTES)); // the checksum is over the final length too
        crc.reset();
        crc.update(bytes, 0, end);
        message.putInt((int) crc.getValue() ^ StunFormat.FINGERPRINT_MASK);
        return message.position();
    }

    /** The array that every message of this writer is in. */
    public byte[] bytes() {
        return bytes;
    }

    private void header(int type, int length) {
        message.putShort((short) type).putShort((short) length);
    }

    private StunWriter pad() {
        while (message.position() % 4 != 0) {
            message.put((byte) 0);
        }
        return this;
    }
}

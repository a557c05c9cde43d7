package dev.odinbot.odin.transport.dtls;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals or opens the records of one direction with AES-GCM (RFC 5288; RFC 5246, section 6.2.3.3). All of it is reused; only
 * the JDK makes garbage, which wants its parameters new for every record.
 */
final class RecordCipher {

    static final int NONCE_BYTES = 8;
    static final int TAG_BYTES = 16;
    /** What a record has beside what it carries. */
    static final int OVERHEAD_BYTES = RecordReader.HEADER_BYTES + NONCE_BYTES + TAG_BYTES;

    private static final int SALT_BYTES = RecordKeys.SALT_BYTES;

    private final int mode;
    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] nonce = new byte[SALT_BYTES + NONCE_BYTES];
    /** Epoch and number, type, version, length: the header in another order. */
    private final byte[] authenticated = new byte[RecordReader.HEADER_BYTES];

    /** @param mode {@link Cipher#ENCRYPT_MODE} or {@link Cipher#DECRYPT_MODE} */
    RecordCipher(int mode, RecordKeys keys) {
        this.mode = mode;
        this.key = keys.key();
        ByteBuffer.wrap(nonce).putInt(keys.salt());
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** Makes ready for the record whose header stands at {@code header}, and whose nonce stands at {@code nonceAt}. */
    private void begin(byte[] record, int header, int nonceAt, int dataBytes) throws GeneralSecurityException {
        System.arraycopy(record, nonceAt, nonce, SALT_BYTES, NONCE_BYTES);
        System.arraycopy(record, header + 3, authenticated, 0, 8);
        System.arraycopy(record, header, authenticated, 8, 3);
        authenticated[11] = (byte) (dataBytes >> 8);
        authenticated[12] = (byte) dataBytes;
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(authenticated);
    }

    /** Writes nonce and cipher text behind a header that stands at {@code offset} already; the nonce is its number. */
    void seal(byte[] data, int from, int length, byte[] record, int offset) {
        int nonceAt = offset + RecordReader.HEADER_BYTES;
        System.arraycopy(record, offset + 3, record, nonceAt, NONCE_BYTES);
        try {
            begin(record, offset, nonceAt, length);
            cipher.doFinal(data, from, length, record, nonceAt + NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A record could not be sealed", e);
        }
    }

    /**
     * Opens a whole record into {@code plain}, at its beginning.
     *
     * @return the length of what it carries; -1 when it is not authentic
     */
    int open(byte[] record, int offset, int length, byte[] plain) {
        int dataBytes = length - OVERHEAD_BYTES;
        if (dataBytes < 0) {
            return -1;
        }
        int nonceAt = offset + RecordReader.HEADER_BYTES;
        try {
            begin(record, offset, nonceAt, dataBytes);
            return cipher.doFinal(record, nonceAt + NONCE_BYTES, dataBytes + TAG_BYTES, plain, 0);
        } catch (GeneralSecurityException e) {
            return -1; // Forged, or damaged on its way: the caller counts it.
        }
    }
}

package dev.odinbot.odin.transport.dtls;

import javax.crypto.Cipher;

/** Writes the records of epoch 1, each with a number of its own: a number used twice would give the key away. */
final class RecordWriter {

    private static final long NUMBERS = 1L << 48;

    private final RecordCipher cipher;
    private long next;

    /** @param next the first number that the handshake did not use */
    RecordWriter(RecordKeys keys, long next) {
        cipher = new RecordCipher(Cipher.ENCRYPT_MODE, keys);
        this.next = next;
    }

    boolean hasNumbers() {
        return next < NUMBERS;
    }

    /** @return the record's length */
    int write(int type, byte[] data, int from, int length, byte[] record, int offset) {
        if (next >= NUMBERS) {
            throw new IllegalStateException("The numbers of the records are used up");
        }
        long number = next++;
        record[offset] = (byte) type;
        record[offset + 1] = (byte) 254;
        record[offset + 2] = (byte) 253;
        record[offset + 3] = 0;
        record[offset + 4] = 1;
        for (int i = 0; i < 6; i++) {
            record[offset + 5 + i] = (byte) (number >> (40 - 8 * i));
        }
        int body = RecordCipher.NONCE_BYTES + length + RecordCipher.TAG_BYTES;
        record[offset + 11] = (byte) (body >> 8);
        record[offset + 12] = (byte) body;
        cipher.seal(data, from, length, record, offset);
        return RecordReader.HEADER_BYTES + body;
    }
}

package dev.odinbot.odin.transport.dtls;

import java.util.Arrays;

/** Walks over the records of a datagram (RFC 6347, section 4.1). Reused, as it is on the path of all that is received. */
final class RecordReader {

    static final int HEADER_BYTES = 13;
    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;

    /** No record we take is longer: none fits the path uncut, and a buffer for it is held by each session. */
    static final int MAX_BYTES = 2048;

    private byte[] bytes = new byte[0];
    private int offset;
    private int length;
    private int end;

    /** Goes before the first record of these bytes. */
    void read(byte[] datagram, int from, int count) {
        bytes = datagram;
        offset = from;
        length = 0;
        end = from + count;
    }

    /** Goes to the next record; false at the end, and at what is no record, after which none can be found. */
    boolean next() {
        offset += length;
        length = 0;
        if (end - offset < HEADER_BYTES) {
            return false;
        }
        int body = number(11, 2);
        // 254 is the first byte of every version of DTLS.
        if ((bytes[offset + 1] & 0xff) != 254 || body > end - offset - HEADER_BYTES) {
            return false;
        }
        length = HEADER_BYTES + body;
        return true;
    }

    /** After the last record: whether more bytes follow it. */
    boolean hasRest() {
        return offset + length < end;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the record begins. */
    int offset() {
        return offset;
    }

    /** The record's, with its header. */
    int length() {
        return length;
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    int type() {
        return bytes[offset] & 0xff;
    }

    boolean isVersion12() {
        return (bytes[offset + 2] & 0xff) == 253;
    }

    int epoch() {
        return number(3, 2);
    }

    long sequence() {
        return (long) number(5, 2) << 32 | (number(7, 4) & 0xffffffffL);
    }

    private int number(int at, int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 8 | (bytes[offset + at + i] & 0xff);
        }
        return number;
    }
}

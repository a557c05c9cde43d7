package dev.odinbot.odin.transport.dtls;

import javax.crypto.Cipher;

/** Opens the peer's records of epoch 1, each at most once. */
final class RecordOpener {

    private final RecordCipher cipher;
    private final ReplayWindow window = new ReplayWindow();
    private final byte[] plain = new byte[RecordReader.MAX_BYTES];

    RecordOpener(RecordKeys keys) {
        cipher = new RecordCipher(Cipher.DECRYPT_MODE, keys);
    }

    /** @return how many bytes of {@link #plain} the record carried; -1 when it is dropped, which is counted */
    int open(RecordReader record, RecordCounts counts) {
        if (!record.isVersion12()) {
            counts.malformed++;
            return -1;
        }
        if (!window.allows(record.sequence())) {
            counts.replayed++;
            return -1;
        }
        int length = cipher.open(record.bytes(), record.offset(), record.length(), plain);
        if (length < 0) {
            counts.forged++;
            return -1;
        }
        window.add(record.sequence());
        return length;
    }

    /** Reused by the next record. */
    byte[] plain() {
        return plain;
    }
}

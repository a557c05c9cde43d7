package dev.odinbot.bench;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The JDK's AES-GCM as a DTLS record needs it, and nothing else. */
final class BareCipher {

    /** A datagram of 157 bytes as an SCTP packet: 12 bytes of header, 16 of the chunk's, padding. */
    static final int SCTP_PACKET_BYTES = 12 + 16 + 160;

    private static final int RECORD_HEADER_BYTES = 13;
    private static final int TAG_BYTES = 16;

    private final Cipher cipher;
    private final SecretKeySpec key = new SecretKeySpec(new byte[16], "AES");
    private final byte[] nonce = new byte[12];
    private final byte[] header = new byte[RECORD_HEADER_BYTES];
    private final byte[] plain = new byte[SCTP_PACKET_BYTES];
    private final byte[] sealed = new byte[SCTP_PACKET_BYTES + TAG_BYTES];
    private long sequence;

    BareCipher() {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int seal() throws GeneralSecurityException {
        sequence++;
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[4 + i] = (byte) (sequence >>> (56 - 8 * i));
        }
        begin(Cipher.ENCRYPT_MODE, nonce);
        return cipher.doFinal(plain, 0, plain.length, sealed, 0);
    }

    int open(BareCipher other) throws GeneralSecurityException {
        begin(Cipher.DECRYPT_MODE, other.nonce);
        return cipher.doFinal(other.sealed, 0, other.sealed.length, plain, 0);
    }

    private void begin(int mode, byte[] recordNonce) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, recordNonce));
        cipher.updateAAD(header);
    }
}

package dev.odinbot.odin.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The public short id of an access key, as it stands in the header of its tokens. */
public record KeyId(String value) {

    private static final int VERSION = 0x01;
    private static final int FOLDED_BYTES = 8;

    /** Of a 32-byte Ed25519 public key: its SHA-512, folded to 8 bytes. */
    static KeyId of(byte[] publicKey) {
        byte[] hash = sha512(publicKey);
        byte[] id = new byte[1 + FOLDED_BYTES];
        id[0] = VERSION;
        for (int i = 0; i < hash.length; i++) {
            id[1 + i % FOLDED_BYTES] ^= hash[i];
        }
        return new KeyId(Base64.getEncoder().encodeToString(id));
    }

    private static byte[] sha512(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-512", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.odinbot.odin.token;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** The customer's secret, from which tokens are signed. Shows itself to nobody who does not ask for {@link #reveal}. */
public final class AccessKey {

    static final int SEED_BYTES = 32;
    private static final int VERSION = 0x01;
    private static final int TEXT_LENGTH = 44;

    private final byte[] bytes;
    private final SigningKey signingKey;
    private final KeyId keyId;

    private AccessKey(byte[] bytes) {
        this.bytes = bytes;
        this.signingKey = SigningKey.ofSeed(Arrays.copyOfRange(bytes, 1, 1 + SEED_BYTES));
        this.keyId = KeyId.of(signingKey.publicBytes());
    }

    /** Reads an access key as it is shown to customers: 44 characters of Base64. */
    public static Parsed parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return new Parsed.Invalid(
                    "an access key has " + TEXT_LENGTH + " characters, but this has " + text.length());
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new Parsed.Invalid("it is not Base64 (letters, digits, + and /)");
        }
        if (bytes.length != 1 + SEED_BYTES) {
            return new Parsed.Invalid("it does not hold " + (1 + SEED_BYTES) + " bytes");
        }
        if (bytes[0] != VERSION) {
            return new Parsed.Invalid("it is not an access key of version 1 (they begin with A)");
        }
        if (Crc8.of(bytes, 1, SEED_BYTES) != 0) {
            return new Parsed.Invalid("its checksum is wrong: a character was mistyped or lost");
        }
        return new Parsed.Valid(new AccessKey(bytes));
    }

    /** A new key that nobody else has. */
    public static AccessKey generate() {
        byte[] bytes = new byte[1 + SEED_BYTES];
        new SecureRandom().nextBytes(bytes);
        bytes[0] = VERSION;
        bytes[SEED_BYTES] = (byte) Crc8.of(bytes, 1, SEED_BYTES - 1);
        return new AccessKey(bytes);
    }

    public KeyId keyId() {
        return keyId;
    }

    /** The key itself, for the one who has to keep it; never for a log. */
    public String reveal() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    SigningKey signingKey() {
        return signingKey;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return keyId.hashCode();
    }

    @Override
    public String toString() {
        return "AccessKey[***, id " + keyId + "]";
    }

    /** What came of reading an access key. */
    public sealed interface Parsed {

        record Valid(AccessKey key) implements Parsed {}

        /** @param reason what is wrong, without the key in it */
        record Invalid(String reason) implements Parsed {}
    }
}

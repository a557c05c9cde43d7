package dev.odinbot.odin.transport.ice;

import java.security.SecureRandom;
import java.util.Base64;

/** One side's short-term user name and password, new for every connection. */
public record IceCredentials(String ufrag, String password) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAX_CHARS = 256; // RFC 8839, section 5.4

    /** @throws IllegalArgumentException when one is empty, too long, or the ufrag is of two parts */
    public IceCredentials {
        if (ufrag.isEmpty() || ufrag.length() > MAX_CHARS || ufrag.indexOf(':') >= 0) {
            throw new IllegalArgumentException("Not an ICE user name fragment: " + ufrag);
        }
        if (password.isEmpty() || password.length() > MAX_CHARS) {
            throw new IllegalArgumentException("Not an ICE password, of " + password.length() + " characters");
        }
    }

    /** Random, of 8 and 24 characters. */
    public static IceCredentials random() {
        return new IceCredentials(characters(8), characters(24));
    }

    /** Each of 6 bits; Base64 has just ICE's characters. */
    private static String characters(int count) {
        byte[] bytes = new byte[count * 3 / 4];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "IceCredentials[" + ufrag + "]";
    }
}

package dev.odinbot.odin.transport.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * A certificate's hash, as in {@code a=fingerprint:} (RFC 8122, section 5). SHA-256, SHA-384 and SHA-512 are taken; older
 * hashes prove nothing any more.
 *
 * @param text algorithm, a blank, hexadecimal digits with colons; kept with the algorithm in small and the digits in capital
 *     letters
 */
public record Fingerprint(String text) {

    private static final Map<String, Integer> HASH_BYTES = Map.of("sha-256", 32, "sha-384", 48, "sha-512", 64);
    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    /** @throws IllegalArgumentException when the text is not a fingerprint, or of a hash that is not taken */
    public Fingerprint {
        String[] parts = text.strip().split(" +", -1);
        String algorithm = parts[0].toLowerCase(Locale.ROOT);
        Integer length = HASH_BYTES.get(algorithm);
        if (length == null) {
            throw new IllegalArgumentException("A certificate's fingerprint must be of sha-256, sha-384 or sha-512");
        }
        if (parts.length != 2 || parts[1].length() != length * 3 - 1) {
            throw new IllegalArgumentException("A fingerprint of " + algorithm + " must have " + length + " bytes");
        }
        text = algorithm + " " + HEX.formatHex(parse(parts[1]));
    }

    /** @param certificate in DER */
    static Fingerprint of(byte[] certificate) {
        return new Fingerprint("sha-256 " + HEX.formatHex(hash("sha-256", certificate)));
    }

    /** @param certificate in DER */
    boolean matches(byte[] certificate) {
        int blank = text.indexOf(' ');
        return MessageDigest.isEqual(hash(text.substring(0, blank), certificate), parse(text.substring(blank + 1)));
    }

    private static byte[] parse(String digits) {
        try {
            return HEX.parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A fingerprint must be hexadecimal digits with colons", e);
        }
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT)).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}

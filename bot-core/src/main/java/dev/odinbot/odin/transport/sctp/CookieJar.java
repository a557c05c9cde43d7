package dev.odinbot.odin.transport.sctp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs cookies, and knows its own again (RFC 9260, 5.1.3 to 5.1.5). */
final class CookieJar {

    /** RFC 9260, 16: Valid.Cookie.Life. */
    static final long LIFE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final String MAC = "HmacSHA256";
    private static final int MAC_BYTES = 32;

    private final SecretKeySpec key;

    CookieJar(SecureRandom random) {
        byte[] bytes = new byte[MAC_BYTES];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, MAC);
    }

    byte[] sign(Cookie cookie) {
        byte[] signed = new byte[Cookie.BYTES + MAC_BYTES];
        System.arraycopy(cookie.toBytes(), 0, signed, 0, Cookie.BYTES);
        System.arraycopy(mac(signed, 0), 0, signed, Cookie.BYTES, MAC_BYTES);
        return signed;
    }

    /** @return null when it is none of ours */
    @Nullable
    Cookie open(byte[] bytes, int offset, int length) {
        if (length != Cookie.BYTES + MAC_BYTES) {
            return null;
        }
        byte[] claimed = new byte[MAC_BYTES];
        System.arraycopy(bytes, offset + Cookie.BYTES, claimed, 0, MAC_BYTES);
        return MessageDigest.isEqual(claimed, mac(bytes, offset)) ? Cookie.read(bytes, offset) : null;
    }

    private byte[] mac(byte[] bytes, int offset) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(bytes, offset, Cookie.BYTES);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }
}

package dev.odinbot.odin.transport.stun;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks MESSAGE-INTEGRITY with one short-term password (RFC 8489, section 9.1). Keeps its HMAC between messages;
 * one thread at a time.
 */
public final class StunKey {

    private static final String HMAC = "HmacSHA1";

    private final Mac mac;

    StunKey(byte[] secret) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    /** @param password of characters that SASLprep leaves alone, as all of ICE's are */
    public static StunKey of(String password) {
        return new StunKey(password.getBytes(StandardCharsets.UTF_8));
    }

    /** @param end where MESSAGE-INTEGRITY begins; the length in the header is taken to end with it, whatever it says */
    byte[] code(ByteBuffer message, int end) {
        int length = end - StunFormat.HEADER_BYTES + StunFormat.ATTRIBUTE_HEADER_BYTES + StunFormat.INTEGRITY_BYTES;
        mac.update(message.get(0));
        mac.update(message.get(1));
        mac.update((byte) (length >> 8));
        mac.update((byte) length);
        mac.update(message.slice(4, end - 4));
        return mac.doFinal();
    }

    boolean matches(ByteBuffer message, int end) {
        byte[] sent = new byte[StunFormat.INTEGRITY_BYTES];
        message.get(end + StunFormat.ATTRIBUTE_HEADER_BYTES, sent);
        return MessageDigest.isEqual(code(message, end), sent);
    }
}

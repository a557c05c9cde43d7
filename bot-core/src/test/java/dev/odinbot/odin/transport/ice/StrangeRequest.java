package dev.odinbot.odin.transport.ice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Authentic packets that no writer of ours makes. */
final class StrangeRequest {

    private StrangeRequest() {}

    /** The sealed {@code message} with another type of attribute {@code at} an index, sealed anew. */
    static byte[] with(byte[] message, int at, int type, String password) {
        ByteBuffer changed = ByteBuffer.wrap(message.clone()).putShort(at, (short) type);
        int fingerprint = message.length - 8;
        int integrity = fingerprint - 24;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            changed.putShort(2, (short) (fingerprint - 20));
            mac.update(changed.array(), 0, integrity);
            changed.put(integrity + 4, mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        changed.putShort(2, (short) (message.length - 20));
        CRC32 crc = new CRC32();
        crc.update(changed.array(), 0, fingerprint);
        changed.putInt(fingerprint + 4, (int) crc.getValue() ^ 0x5354554e);
        return changed.array();
    }
}

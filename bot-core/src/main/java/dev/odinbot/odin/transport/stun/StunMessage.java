package dev.odinbot.odin.transport.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads Binding messages, one after the other, where they lie (RFC 8489, sections 5, 6.3 and 14). Of an attribute given
 * twice the first counts; what follows MESSAGE-INTEGRITY counts for nothing, but FINGERPRINT, as it is not protected.
 */
public final class StunMessage {

    private static final int MAX_UNKNOWN = 8;
    private static final int ABSENT = -1;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final CRC32 crc = new CRC32();
    private final int[] unknown = new int[MAX_UNKNOWN];

    private ByteBuffer message = NOTHING;
    private StunKind kind = StunKind.INDICATION;
    private int unknownCount;
    private int username;
    private int integrity;
    private int fingerprint;
    private int mappedAddress;
    private int errorCode;
    private int priority;
    private int useCandidate;
    private int controlling;
    private int controlled;

    /** Whether the remaining bytes cannot be DTLS, and begin like STUN (RFC 7983). */
    public static boolean looksLikeStun(ByteBuffer packet) {
        int at = packet.position();
        return packet.remaining() >= StunFormat.HEADER_BYTES
                && (packet.get(at) & 0xFF) <= 3
                && packet.getInt(at + 4) == StunFormat.COOKIE;
    }

    /**
     * For whom a request is: the part of its user name before the colon, which is its receiver's.
     *
     * @return empty when it is not a well-formed request with such a name
     */
    public static String recipient(ByteBuffer packet) {
        StunMessage message = new StunMessage();
        if (!message.read(packet) || message.kind != StunKind.REQUEST || !message.hasFingerprint()) {
            return "";
        }
        String username = message.username();
        return username.substring(0, Math.max(0, username.indexOf(':')));
    }

    /**
     * Takes the remaining bytes, whose position stays, for the message to be asked about until the next call; they must stay
     * as they are so long.
     *
     * @return false when they are not one well-formed Binding message; nothing can be asked about it then
     */
    public boolean read(ByteBuffer packet) {
        forget();
        if (!looksLikeStun(packet)) {
            return false;
        }
        message = packet.slice();
        StunKind known = StunKind.of(message.getShort(0) & 0xFFFF);
        if (known == null || u16(2) % 4 != 0 || u16(2) != message.limit() - StunFormat.HEADER_BYTES) {
            return false;
        }
        kind = known;
        int at = StunFormat.HEADER_BYTES;
        while (at < message.limit()) {
            int value = at + StunFormat.ATTRIBUTE_HEADER_BYTES;
            int length = u16(at + 2); // the header is there: all lengths so far were multiples of four
            int next = value + StunFormat.padded(length);
            if (next > message.limit() || !attribute(u16(at), at, length, next)) {
                return false;
            }
            at = next;
        }
        return controlling == ABSENT || controlled == ABSENT;
    }

    private void forget() {
        message = NOTHING;
        unknownCount = 0;
        username = integrity = fingerprint = mappedAddress = errorCode = ABSENT;
        priority = useCandidate = controlling = controlled = ABSENT;
    }

    /** @return false for what spoils the message */
    private boolean attribute(int type, int at, int length, int next) {
        if (type == StunFormat.FINGERPRINT) {
            fingerprint = at;
            return length == 4 && next == message.limit() && fingerprintIsRight(at);
        }
        if (integrity != ABSENT) {
            return true;
        }
        int value = at + StunFormat.ATTRIBUTE_HEADER_BYTES;
        switch (type) {
            case StunFormat.USERNAME -> {
                username = first(username, at);
                return length <= StunFormat.MAX_USERNAME_BYTES;
            }
            case StunFormat.MESSAGE_INTEGRITY -> {
                integrity = at;
                return length == StunFormat.INTEGRITY_BYTES;
            }
            case StunFormat.ERROR_CODE -> {
                errorCode = first(errorCode, at);
                return length >= 4 && errorIsRight(value);
            }
            case StunFormat.XOR_MAPPED_ADDRESS -> {
                mappedAddress = first(mappedAddress, at);
                return XorAddress.isWellFormed(message, value, length);
            }
            case StunFormat.PRIORITY -> {
                priority = first(priority, at);
                return length == 4;
            }
            case StunFormat.USE_CANDIDATE -> {
                useCandidate = first(useCandidate, at);
                return length == 0;
            }
            case StunFormat.ICE_CONTROLLING -> {
                controlling = first(controlling, at);
                return length == 8;
            }
            case StunFormat.ICE_CONTROLLED -> {
                controlled = first(controlled, at);
                return length == 8;
            }
            default -> {
                other(type);
                return true;
            }
        }
    }

    private static int first(int before, int at) {
        return before == ABSENT ? at : before;
    }

    private void other(int type) {
        boolean ignorable = type >= StunFormat.FIRST_OPTIONAL
                || type == StunFormat.MAPPED_ADDRESS
                || type == StunFormat.UNKNOWN_ATTRIBUTES;
        if (!ignorable && unknownCount < MAX_UNKNOWN) {
            unknown[unknownCount++] = type;
        }
    }

    private boolean fingerprintIsRight(int at) {
        crc.reset();
        crc.update(message.slice(0, at));
        return (int) crc.getValue() == (message.getInt(at + 4) ^ StunFormat.FINGERPRINT_MASK);
    }

    private boolean errorIsRight(int value) {
        int hundreds = message.get(value + 2) & 7;
        int rest = message.get(value + 3) & 0xFF;
        return hundreds >= 3 && hundreds <= 6 && rest < 100;
    }

    public StunKind kind() {
        return kind;
    }

    public TransactionId transaction() {
        return new TransactionId(message.getLong(8), message.getInt(16));
    }

    /** It is there; a wrong one had spoiled the message. */
    public boolean hasFingerprint() {
        return fingerprint != ABSENT;
    }

    /** Whether it was made by someone who knows the password, up to and with its MESSAGE-INTEGRITY. */
    public boolean isAuthentic(StunKey key) {
        return integrity != ABSENT && key.matches(message, integrity);
    }

    /** Empty when there is none. */
    public String username() {
        if (username == ABSENT) {
            return "";
        }
        byte[] name = new byte[u16(username + 2)];
        message.get(username + StunFormat.ATTRIBUTE_HEADER_BYTES, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** As its sender would see it on a candidate learned by this message; negative when there is none. */
    public long priority() {
        return priority == ABSENT ? -1 : message.getInt(priority + 4) & 0xFFFFFFFFL;
    }

    public boolean hasUseCandidate() {
        return useCandidate != ABSENT;
    }

    public boolean isFromControlling() {
        return controlling != ABSENT;
    }

    public boolean isFromControlled() {
        return controlled != ABSENT;
    }

    /** An unsigned number; only of a message from a side that says which role it has. */
    public long tieBreaker() {
        return message.getLong(Math.max(controlling, controlled) + 4);
    }

    public @Nullable InetSocketAddress mappedAddress() {
        return mappedAddress == ABSENT ? null : XorAddress.read(message, mappedAddress + 4, u16(mappedAddress + 2));
    }

    /** Zero when there is none. */
    public int errorCode() {
        return errorCode == ABSENT ? 0 : (message.get(errorCode + 6) & 7) * 100 + message.get(errorCode + 7);
    }

    /** How many attributes there are that must be understood and are not; more than eight count as eight. */
    public int unknownCount() {
        return unknownCount;
    }

    int unknown(int index) {
        return unknown[index];
    }

    private int u16(int at) {
        return message.getShort(at) & 0xFFFF;
    }
}

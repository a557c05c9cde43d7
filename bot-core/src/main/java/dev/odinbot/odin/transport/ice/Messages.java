package dev.odinbot.odin.transport.ice;

import dev.odinbot.odin.transport.stun.StunKey;
import dev.odinbot.odin.transport.stun.StunKind;
import dev.odinbot.odin.transport.stun.StunMessage;
import dev.odinbot.odin.transport.stun.StunWriter;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one connection, made and judged by both sides' credentials: a request and its answer are sealed with the
 * password of the request's receiver (RFC 8445, section 7.1.2).
 */
final class Messages {

    static final int ROLE_CONFLICT = 487;
    private static final int UNKNOWN_ATTRIBUTE = 420;

    private final StunMessage received = new StunMessage();
    private final StunWriter writer = new StunWriter();
    private final IceCredentials local;
    private final StunKey localKey;
    private @Nullable StunKey remoteKey;
    private byte[] usernameOut = {};
    private String usernameIn;

    Messages(IceCredentials local) {
        this.local = local;
        localKey = StunKey.of(local.password());
        usernameIn = local.ufrag() + ":";
    }

    void remote(IceCredentials remote) {
        remoteKey = StunKey.of(remote.password());
        usernameIn = local.ufrag() + ":" + remote.ufrag();
        usernameOut = (remote.ufrag() + ":" + local.ufrag()).getBytes(StandardCharsets.UTF_8);
    }

    /** The message in {@code packet}, to be asked about until the next call; null when it is malformed. */
    @Nullable
    StunMessage read(ByteBuffer packet) {
        return received.read(packet) && received.hasFingerprint() ? received : null;
    }

    /** Before the peer's description is here, its name is not known, only whom it asks for. */
    boolean isRequestForUs(StunMessage message) {
        String username = message.username();
        boolean named = remoteKey == null ? username.startsWith(usernameIn) : username.equals(usernameIn);
        return message.kind() == StunKind.REQUEST && named && message.isAuthentic(localKey);
    }

    boolean isAnswerForUs(StunMessage message) {
        boolean whole = message.kind() == StunKind.SUCCESS
                ? message.mappedAddress() != null && message.unknownCount() == 0
                : message.kind() == StunKind.ERROR && message.errorCode() != 0;
        return whole && remoteKey != null && message.isAuthentic(remoteKey);
    }

    /** @return the length in {@link #bytes}, as of all that write */
    int check(Check check, long tieBreaker, long priority) {
        writer.request(check.id()).username(usernameOut).priority(priority);
        if (check.as() == IceRole.CONTROLLING) {
            writer.controlling(tieBreaker);
        } else {
            writer.controlled(tieBreaker);
        }
        if (check.nominates()) {
            writer.useCandidate();
        }
        StunKey key = remoteKey;
        if (key == null) {
            throw new IllegalStateException("Nobody can be asked before the peer's password is known");
        }
        return writer.seal(key);
    }

    int success(StunMessage request, InetSocketAddress from) {
        return writer.success(request.transaction()).xorMappedAddress(from).seal(localKey);
    }

    int roleConflict(StunMessage request) {
        return writer.error(request.transaction(), ROLE_CONFLICT, "Role Conflict")
                .seal(localKey);
    }

    int unknownAttributes(StunMessage request) {
        return writer.error(request.transaction(), UNKNOWN_ATTRIBUTE, "Unknown Attribute")
                .unknownAttributes(request)
                .seal(localKey);
    }

    byte[] bytes() {
        return writer.bytes();
    }
}

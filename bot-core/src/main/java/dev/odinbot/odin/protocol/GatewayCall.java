package dev.odinbot.odin.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gateway is asked, over JSON-RPC; the method is named like the record. */
@SuppressWarnings("ArrayRecordComponent") // bytes as received, never compared
public sealed interface GatewayCall {

    /** Where is the server? Answered with {@link Connected}. */
    record Connect() implements GatewayCall {}

    /** @param userId null = everybody */
    record RoomSendMessage(String roomId, @Nullable String userId, byte[] message) implements GatewayCall {}

    record RoomUpdate(String roomId, byte[] userData) implements GatewayCall {}

    /** @param banTime seconds */
    record RoomBanClient(
            String roomId, String userId, @Nullable Long banTime) implements GatewayCall {}

    /** @param banTime seconds */
    record RoomClose(String roomId, @Nullable Long banTime) implements GatewayCall {}

    List<Class<? extends GatewayCall>> KINDS =
            List.of(Connect.class, RoomSendMessage.class, RoomUpdate.class, RoomBanClient.class, RoomClose.class);

    /**
     * @param address host:port of the server
     * @param token for {@link MainCall.Authenticate} there
     */
    record Connected(String address, String token) {
        @Override
        public String toString() {
            return "Connected[" + address + "]";
        }
    }
}

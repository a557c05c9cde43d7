package dev.odinbot.odin.protocol;

import java.util.List;

/** What the server tells on a room stream; the notification's method is named as here said. */
public sealed interface RoomNotice permits RoomNotice.RoomUpdated, PeerUpdated, RoomNotice.MessageReceived {

    /** Method {@code RoomUpdated}. */
    record RoomUpdated(List<RoomUpdate> updates) implements RoomNotice {}

    /** Method {@code MessageReceived}. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as received, never compared
    record MessageReceived(long senderPeerId, byte[] message) implements RoomNotice {}

    /** Method {@code PeerUpdated} stands for all its kinds. */
    List<Class<? extends RoomNotice>> KINDS = List.of(RoomUpdated.class, PeerUpdated.class, MessageReceived.class);
}

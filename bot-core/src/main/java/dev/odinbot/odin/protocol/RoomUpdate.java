package dev.odinbot.odin.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One of the updates in {@link RoomNotice.RoomUpdated}; {@code kind} is the record's name. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "kind",
        defaultImpl = RoomUpdate.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoomUpdate.Joined.class, name = "Joined"),
    @JsonSubTypes.Type(value = RoomUpdate.PeerJoined.class, name = "PeerJoined"),
    @JsonSubTypes.Type(value = RoomUpdate.PeerLeft.class, name = "PeerLeft"),
    @JsonSubTypes.Type(value = RoomUpdate.UserDataChanged.class, name = "UserDataChanged"),
    @JsonSubTypes.Type(value = RoomUpdate.Left.class, name = "Left")
})
@SuppressWarnings("ArrayRecordComponent") // bytes as received, never compared
public sealed interface RoomUpdate {

    @JsonProperty("kind")
    default String kind() {
        return getClass().getSimpleName();
    }

    /** @param mediaIds ours to use for our own medias */
    record Joined(long ownPeerId, List<Integer> mediaIds, RoomInfo room) implements RoomUpdate {}

    record PeerJoined(PeerInfo peer) implements RoomUpdate {}

    record PeerLeft(long peerId) implements RoomUpdate {}

    /** The room's own user data. */
    record UserDataChanged(byte[] userData) implements RoomUpdate {}

    /** We are out; one of the reasons below, or one that we do not know. */
    record Left(String reason) implements RoomUpdate {
        public static final String ROOM_CLOSING = "RoomClosing";
        public static final String SERVER_CLOSING = "ServerClosing";
        public static final String PEER_KICKED = "PeerKicked";
    }

    /** From a server newer than we are. */
    record Unknown() implements RoomUpdate {}
}

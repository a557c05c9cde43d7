package dev.odinbot.odin.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something about one peer; {@code kind} is the record's name, the method always {@code PeerUpdated}. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "kind",
        defaultImpl = PeerUpdated.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = PeerUpdated.MediaStarted.class, name = "MediaStarted"),
    @JsonSubTypes.Type(value = PeerUpdated.MediaStopped.class, name = "MediaStopped"),
    @JsonSubTypes.Type(value = PeerUpdated.UserDataChanged.class, name = "UserDataChanged")
})
@SuppressWarnings("ArrayRecordComponent") // bytes as received, never compared
public sealed interface PeerUpdated extends RoomNotice {

    @JsonProperty("kind")
    default String kind() {
        return getClass().getSimpleName();
    }

    long peerId();

    record MediaStarted(long peerId, MediaInfo media) implements PeerUpdated {}

    record MediaStopped(long peerId, int mediaId) implements PeerUpdated {}

    record UserDataChanged(long peerId, byte[] userData) implements PeerUpdated {}

    /** From a server newer than we are. */
    record Unknown(long peerId) implements PeerUpdated {}
}

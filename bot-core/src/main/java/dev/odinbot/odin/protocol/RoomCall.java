package dev.odinbot.odin.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client asks on a room stream; the method is named like the record, the result nil. */
@SuppressWarnings("ArrayRecordComponent") // bytes as received, never compared
public sealed interface RoomCall {

    record StartMedia(int mediaId, MediaInfo.Properties properties) implements RoomCall {}

    record StopMedia(int mediaId, MediaInfo.Properties properties) implements RoomCall {}

    /** Stops receiving somebody else's media. */
    record PauseMedia(int mediaId) implements RoomCall {}

    record ResumeMedia(int mediaId) implements RoomCall {}

    record UpdatePeer(byte[] userData) implements RoomCall {}

    record SetPeerPosition(List<Double> position) implements RoomCall {}

    /** @param targetPeerIds null = everybody else */
    record SendMessage(byte[] message, @Nullable List<Long> targetPeerIds) implements RoomCall {}

    List<Class<? extends RoomCall>> KINDS = List.of(
            StartMedia.class,
            StopMedia.class,
            PauseMedia.class,
            ResumeMedia.class,
            UpdatePeer.class,
            SetPeerPosition.class,
            SendMessage.class);
}

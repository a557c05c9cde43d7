package dev.odinbot.odin.protocol;

import java.util.List;

/** What a client asks on the main stream; the method is named like the record. */
@SuppressWarnings("ArrayRecordComponent") // bytes as received, never compared
public sealed interface MainCall {

    /** Answered with {@link Authenticated}. */
    record Authenticate(String token) implements MainCall {
        @Override
        public String toString() {
            return "Authenticate[***]";
        }
    }

    /** An offer; answered with the same record, holding the answer. */
    record SetupWebRtc(String sdp) implements MainCall {}

    /** Answered with {@link JoinedRoom}. */
    record JoinRoom(String roomId, byte[] userData, List<Double> position) implements MainCall {}

    List<Class<? extends MainCall>> KINDS = List.of(Authenticate.class, SetupWebRtc.class, JoinRoom.class);

    /** @param roomIds the rooms that the token is good for */
    record Authenticated(List<String> roomIds) {}

    /** @param streamId what to open the room stream with */
    record JoinedRoom(String streamId) {}
}

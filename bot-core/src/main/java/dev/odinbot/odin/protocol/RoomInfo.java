package dev.odinbot.odin.protocol;

import java.util.List;

/** A room as the server tells of it to who joins. */
@SuppressWarnings("ArrayRecordComponent") // bytes as received, never compared
public record RoomInfo(String id, String customer, byte[] userData, List<PeerInfo> peers) {}

package dev.odinbot.odin.protocol;

import java.util.List;

/** A peer as the server tells of it. */
@SuppressWarnings("ArrayRecordComponent") // bytes as received, never compared
public record PeerInfo(long id, String userId, byte[] userData, List<MediaInfo> medias) {}

package dev.odinbot.odin.server;

import dev.odinbot.odin.protocol.MediaInfo;
import dev.odinbot.odin.protocol.PeerInfo;
import dev.odinbot.odin.protocol.PeerUpdated;
import dev.odinbot.odin.protocol.RoomInfo;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who is in a room and which medias are started. Its lock orders what its peers are told. */
final class Room {

    private final RoomKey key;
    private final Map<Long, RoomPeer> peers = new LinkedHashMap<>();
    private final Map<Integer, StartedMedia> medias = new TreeMap<>();
    private byte[] userData = {};
    private long lastPeerId;
    private volatile List<RoomPeer> snapshot = List.of();

    private record StartedMedia(RoomPeer owner, MediaInfo info) {}

    Room(RoomKey key) {
        this.key = key;
    }

    synchronized void add(RoomPeer peer, List<Integer> mediaIds) {
        List<PeerInfo> others = peers.values().stream().map(this::info).toList();
        peer.enter(this, ++lastPeerId, mediaIds);
        peers.put(peer.id(), peer);
        snapshot = List.copyOf(peers.values());
        peer.tell(updated(new RoomUpdate.Joined(
                peer.id(), mediaIds, new RoomInfo(key.roomId(), key.customer(), userData, others))));
        tellOthers(peer, updated(new RoomUpdate.PeerJoined(info(peer))));
    }

    /** Whether the room is empty now. */
    synchronized boolean remove(RoomPeer peer) {
        if (peers.remove(peer.id(), peer)) {
            snapshot = List.copyOf(peers.values());
            peer.mediaIds().forEach(mediaId -> end(peer, mediaId));
            tellOthers(peer, updated(new RoomUpdate.PeerLeft(peer.id())));
        }
        return peers.isEmpty();
    }

    private PeerInfo info(RoomPeer peer) {
        return peer.info(medias.values().stream()
                .filter(media -> media.owner == peer)
                .map(StartedMedia::info)
                .toList());
    }

    /** What is wrong, or null; as the other calls below. */
    synchronized @Nullable String startMedia(RoomPeer peer, int mediaId, MediaInfo.Properties properties) {
        if (!peers.containsValue(peer) || !peer.mediaIds().contains(mediaId)) {
            return "invalid media id";
        }
        if (properties.kind() != null && !properties.kind().equals(MediaInfo.AUDIO)) {
            return "unsupported kind of media";
        }
        if (medias.containsKey(mediaId)) {
            return "media already started";
        }
        MediaInfo info = new MediaInfo(mediaId, false, new MediaInfo.Properties(MediaInfo.AUDIO));
        medias.put(mediaId, new StartedMedia(peer, info));
        peer.client().relay().start(mediaId, this, peer);
        tellOthers(peer, new PeerUpdated.MediaStarted(peer.id(), info));
        return null;
    }

    synchronized @Nullable String stopMedia(RoomPeer peer, int mediaId) {
        if (!peer.mediaIds().contains(mediaId)) {
            return "invalid media id";
        }
        if (!end(peer, mediaId)) {
            return "media not started";
        }
        tellOthers(peer, new PeerUpdated.MediaStopped(peer.id(), mediaId));
        return null;
    }

    private boolean end(RoomPeer peer, int mediaId) {
        peer.client().relay().stop(mediaId);
        peers.values().forEach(other -> other.forget(mediaId));
        return medias.remove(mediaId) != null;
    }

    synchronized @Nullable String pauseMedia(RoomPeer peer, int mediaId) {
        StartedMedia media = medias.get(mediaId);
        if (media == null || media.owner == peer) {
            return "media not found";
        }
        peer.pause(mediaId);
        return null;
    }

    synchronized void update(byte[] newUserData) {
        userData = newUserData;
        tellAll(updated(new RoomUpdate.UserDataChanged(newUserData)));
    }

    synchronized void tellOthers(RoomPeer sender, RoomNotice notice) {
        snapshot.stream().filter(peer -> peer != sender).forEach(peer -> peer.tell(notice));
    }

    synchronized void tell(RoomPeer sender, Set<Long> targets, RoomNotice notice) {
        snapshot.stream()
                .filter(peer -> peer != sender && targets.contains(peer.id()))
                .forEach(peer -> peer.tell(notice));
    }

    synchronized void tellAll(RoomNotice notice) {
        snapshot.forEach(peer -> peer.tell(notice));
    }

    /** Says good-bye to everybody. */
    synchronized void dismissAll(String reason) {
        snapshot.forEach(peer -> peer.dismiss(reason));
    }

    /** Everybody in the room; a list that does not change. Without the lock. */
    List<RoomPeer> snapshot() {
        return snapshot;
    }

    private static RoomNotice updated(RoomUpdate update) {
        return new RoomNotice.RoomUpdated(List.of(update));
    }
}

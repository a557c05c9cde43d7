package dev.odinbot.odin.client;

import dev.odinbot.api.room.Media;
import dev.odinbot.api.room.MediaId;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.odin.protocol.MediaInfo;
import dev.odinbot.odin.protocol.PeerInfo;
import dev.odinbot.odin.protocol.PeerUpdated;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.protocol.UserDataCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is in the room besides us, kept up to date by what the server tells. Belongs to one {@link Serial}. */
final class PeerModel {

    private final PeerId own;
    private final Map<PeerId, Peer> peers = new LinkedHashMap<>();

    PeerModel(RoomUpdate.Joined joined) {
        own = new PeerId(joined.ownPeerId());
        joined.room().peers().forEach(info -> put(peer(info)));
    }

    PeerId own() {
        return own;
    }

    List<Peer> peers() {
        return List.copyOf(peers.values());
    }

    /** What has happened by it; empty when it changes nothing that we know of. */
    Optional<RoomEvent> take(RoomUpdate update) {
        if (update instanceof RoomUpdate.PeerJoined arrival && arrival.peer().id() != own.value()) {
            Peer peer = peer(arrival.peer());
            put(peer);
            return Optional.of(new RoomEvent.PeerJoined(peer));
        } else if (update instanceof RoomUpdate.PeerLeft departure) {
            return Optional.ofNullable(peers.remove(new PeerId(departure.peerId())))
                    .map(RoomEvent.PeerLeft::new);
        }
        return Optional.empty();
    }

    /** As the other; messages included. */
    Optional<RoomEvent> take(RoomNotice notice) {
        if (notice instanceof RoomNotice.MessageReceived message) {
            return known(message.senderPeerId())
                    .map(sender -> new RoomEvent.MessageReceived(sender, message.message()));
        } else if (notice instanceof PeerUpdated update) {
            return known(update.peerId()).flatMap(peer -> take(peer, update));
        }
        return Optional.empty();
    }

    private Optional<RoomEvent> take(Peer peer, PeerUpdated update) {
        if (update instanceof PeerUpdated.MediaStarted started) {
            Media media = media(started.media());
            return Optional.of(new RoomEvent.MediaStarted(put(without(peer, media.id()), media), media));
        } else if (update instanceof PeerUpdated.MediaStopped stopped) {
            return stop(peer, new MediaId(stopped.mediaId()));
        } else if (update instanceof PeerUpdated.UserDataChanged changed) {
            UserData userData = UserDataCodec.read(changed.userData());
            return Optional.of(
                    new RoomEvent.PeerUpdated(put(new Peer(peer.id(), peer.userId(), userData, peer.medias()))));
        }
        return Optional.empty();
    }

    /** The server has been told not to forward the media to us. */
    void paused(PeerId id, MediaId mediaId) {
        known(id.value())
                .flatMap(peer -> peer.medias().stream()
                        .filter(media -> media.id().equals(mediaId))
                        .findFirst()
                        .map(media -> put(without(peer, mediaId), new Media(mediaId, true, media.kind()))))
                .ifPresent(this::put);
    }

    private Optional<RoomEvent> stop(Peer peer, MediaId id) {
        return peer.medias().stream()
                .filter(media -> media.id().equals(id))
                .findFirst()
                .map(media -> new RoomEvent.MediaStopped(put(without(peer, id)), media));
    }

    private Optional<Peer> known(long peerId) {
        return Optional.ofNullable(peers.get(new PeerId(peerId)));
    }

    private Peer put(Peer peer) {
        if (!peer.id().equals(own)) {
            peers.put(peer.id(), peer);
        }
        return peer;
    }

    private Peer put(Peer peer, Media another) {
        List<Media> medias =
                Stream.concat(peer.medias().stream(), Stream.of(another)).toList();
        return put(new Peer(peer.id(), peer.userId(), peer.userData(), medias));
    }

    private static Peer without(Peer peer, MediaId id) {
        List<Media> medias =
                peer.medias().stream().filter(media -> !media.id().equals(id)).toList();
        return new Peer(peer.id(), peer.userId(), peer.userData(), medias);
    }

    private static Peer peer(PeerInfo info) {
        return new Peer(
                new PeerId(info.id()),
                new UserId(info.userId()),
                UserDataCodec.read(info.userData()),
                info.medias().stream().map(PeerModel::media).toList());
    }

    private static Media media(MediaInfo info) {
        return new Media(
                new MediaId(info.id()),
                Boolean.TRUE.equals(info.paused()),
                Objects.requireNonNullElse(info.properties().kind(), MediaInfo.AUDIO));
    }
}

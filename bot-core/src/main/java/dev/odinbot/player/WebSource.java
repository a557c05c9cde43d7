package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.container.MediaContainerDescriptor;
import com.sedmelluq.discord.lavaplayer.tools.FriendlyException;
import com.sedmelluq.discord.lavaplayer.tools.Units;
import com.sedmelluq.discord.lavaplayer.tools.io.HttpInterface;
import com.sedmelluq.discord.lavaplayer.tools.io.HttpInterfaceManager;
import com.sedmelluq.discord.lavaplayer.track.AudioItem;
import com.sedmelluq.discord.lavaplayer.track.AudioPlaylist;
import com.sedmelluq.discord.lavaplayer.track.AudioReference;
import com.sedmelluq.discord.lavaplayer.track.AudioTrack;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackInfo;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads what http(s) addresses lead to: files, streams, playlists, pages of the {@link Sites}. */
final class WebSource implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(WebSource.class);

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> SUCCESSES = Set.of(200, 203, 206);

    private final HttpInterfaceManager clients;
    private final HttpInterfaceManager hlsClients;
    private final Sites sites;
    private final boolean enabled;

    WebSource(GuardedHttp http, Sites sites, boolean enabled) {
        this.clients = http.withoutRedirects();
        this.hlsClients = HlsTrack.bounded(http.withoutRedirects());
        this.sites = sites;
        this.enabled = enabled;
    }

    /** An entry of a playlist, to be looked at later. */
    Entry entry(Address address, Listing.Line line, Optional<Requester> requester, int depth) {
        String title = line.title().isEmpty() ? address.title() : line.title();
        TrackInfo info = new TrackInfo(address.shown(), Tags.line(title), "", line.length(), requester);
        return new Entry(info, () -> load(address, new Request(requester, line.title(), depth + 1)));
    }

    Loaded load(String identifier, Optional<Requester> requester) {
        return Address.parse(identifier)
                .map(address -> load(address, new Request(requester, "", 0)))
                .orElseGet(() -> new Loaded.Failed(Reasons.NOT_AN_ADDRESS));
    }

    /**
     * @param title what the playlist calls it; may be empty
     * @param depth in how many playlists it was named
     */
    private record Request(Optional<Requester> requester, String title, int depth) {}

    private Loaded load(Address first, Request request) {
        if (!enabled) {
            return new Loaded.Refused(Reasons.WEB_IS_OFF);
        }
        Address address = first;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            if (!address.isHttp()) {
                return new Loaded.Refused(Reasons.ONLY_HTTP);
            }
            try {
                Step step = step(address, request);
                if (step.loaded().isPresent()) {
                    return step.loaded().get();
                }
                if (step.next().isEmpty()) {
                    return new Loaded.Failed(Reasons.NOT_AN_ADDRESS);
                }
                address = step.next().get();
            } catch (IOException | FriendlyException e) {
                LOG.debug("Could not load {}", address.shown(), e);
                return Reasons.of(e, address.host());
            }
        }
        return new Loaded.Failed(Reasons.TOO_MANY_REDIRECTS);
    }

    /** Either the end of the way, or the next address; neither when a redirect led nowhere. */
    private record Step(Optional<Loaded> loaded, Optional<Address> next) {
        static Step done(Loaded loaded) {
            return new Step(Optional.of(loaded), Optional.empty());
        }

        static Step on(Optional<Address> next) {
            return new Step(Optional.empty(), next);
        }
    }

    private Step step(Address address, Request request) throws IOException {
        Optional<AudioItem> item = sites.load(address);
        if (item.isPresent()) {
            return fromSite(item.get(), address, request);
        }
        try (HttpInterface http = clients.getInterface();
                WebStream in = new WebStream(http, address.uri(), title -> {})) {
            int status = in.checkStatusCode();
            Optional<String> location = in.header("Location");
            if (REDIRECTS.contains(status) && location.isPresent()) {
                return Step.on(address.resolve(location.get()));
            }
            return Step.done(
                    SUCCESSES.contains(status)
                            ? detect(in, address, request)
                            : new Loaded.Failed(Reasons.status(status)));
        }
    }

    private Loaded detect(WebStream in, Address address, Request request) {
        String type =
                in.header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return new Loaded.Failed(Reasons.WEB_PAGE);
        }
        boolean listing = type.contains("mpegurl")
                || type.contains("scpls")
                || FileName.isPlaylist(
                        Optional.ofNullable(address.uri().getPath()).orElse(""));
        Optional<String> station = in.header("icy-name");
        Container container = Container.detect(in, address.shown(), type.isEmpty() ? null : type, null, listing);
        if (container instanceof Container.Sound sound) {
            return station.map(name -> track(radio(sound.tags(), name), sound.format(), address, request))
                    .orElseGet(() -> track(sound.tags(), sound.format(), address, request));
        } else if (container instanceof Container.Playlist playlist) {
            return playlist(Listing.parse(playlist.text()), address, request);
        }
        return new Loaded.Failed(container instanceof Container.Unsupported ? Reasons.UNSUPPORTED : Reasons.NOT_AUDIO);
    }

    private static AudioTrackInfo radio(AudioTrackInfo tags, String station) {
        return new AudioTrackInfo(
                station, "", Units.DURATION_MS_UNKNOWN, tags.identifier, true, tags.identifier, null, null);
    }

    private Loaded track(AudioTrackInfo tags, MediaContainerDescriptor format, Address address, Request request) {
        PlayableTrack audio = new PlayableTrack(tags, (decoding, titles) -> {
            try (HttpInterface http = clients.getInterface();
                    WebStream in = new WebStream(http, address.uri(), titles)) {
                decoding.of(format.createTrack(tags, in));
            }
        });
        return new Loaded.Track(info(tags, address, request), audio);
    }

    private static TrackInfo info(AudioTrackInfo tags, Address address, Request request) {
        String title = request.title().isEmpty() ? address.title() : request.title();
        return Tags.info(tags, title, address.shown(), request.requester());
    }

    private Loaded playlist(Listing listing, Address address, Request request) {
        if (listing.hls()) {
            return hls(address, request);
        }
        List<Entry> entries = listing.lines().stream()
                .flatMap(
                        line -> address
                                .resolve(line.location())
                                .map(at -> entry(at, line, request.requester(), request.depth()))
                                .stream())
                .toList();
        String name = listing.name().isEmpty() ? address.title() : Tags.line(listing.name());
        return Playlists.loaded(name, entries, listing.more(), request.depth());
    }

    private Loaded hls(Address address, Request request) {
        AudioTrackInfo tags = new AudioTrackInfo(
                address.title(), "", Units.DURATION_MS_UNKNOWN, address.shown(), true, address.shown(), null, null);
        PlayableTrack audio = new PlayableTrack(
                tags, (decoding, titles) -> decoding.of(new HlsTrack(tags, address.uri(), hlsClients)));
        return new Loaded.Track(info(tags, address, request), audio);
    }

    private Step fromSite(AudioItem item, Address address, Request request) {
        if (item instanceof AudioReference reference) {
            return reference.identifier == null
                    ? Step.done(new Loaded.Failed(Reasons.NO_SUCH_TRACK))
                    : Step.on(Address.parse(reference.identifier));
        } else if (item instanceof AudioPlaylist playlist) {
            List<Entry> entries = playlist.getTracks().stream()
                    .limit(Listing.MOST_LINES)
                    .map(track -> Entry.of(siteTrack(track, address, request)))
                    .toList();
            int more = playlist.getTracks().size() - entries.size();
            return Step.done(Playlists.loaded(Tags.line(playlist.getName()), entries, more, request.depth()));
        }
        return Step.done(siteTrack((AudioTrack) item, address, request));
    }

    @Override
    public void close() throws IOException {
        try (hlsClients) {
            clients.close();
        } finally {
            sites.close();
        }
    }

    private static Loaded.Track siteTrack(AudioTrack track, Address address, Request request) {
        AudioTrackInfo tags = track.getInfo();
        String shown = tags.uri == null ? address.shown() : Address.shown(tags.uri);
        AudioTrackInfo safe =
                new AudioTrackInfo(tags.title, tags.author, tags.length, shown, tags.isStream, shown, null, null);
        PlayableTrack audio = new PlayableTrack(safe, (decoding, titles) -> decoding.of(track));
        return new Loaded.Track(Tags.info(tags, address.title(), shown, request.requester()), audio);
    }
}

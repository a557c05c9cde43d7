package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.container.MediaContainerDescriptor;
import com.sedmelluq.discord.lavaplayer.source.local.LocalSeekableInputStream;
import com.sedmelluq.discord.lavaplayer.tools.FriendlyException;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackInfo;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads files and playlists of the {@link Library}. */
final class LibrarySource {

    private static final Logger LOG = LoggerFactory.getLogger(LibrarySource.class);

    private final Library library;
    private final WebSource web;

    LibrarySource(Library library, WebSource web) {
        this.library = library;
        this.web = web;
    }

    Loaded load(String name, Optional<Requester> requester) {
        return guarded(name, () -> {
            Optional<Path> file = library.find(name);
            return file.isPresent() ? load(file.get(), requester, "", 0) : new Loaded.NoMatch();
        });
    }

    @FunctionalInterface
    private interface Reading {
        Loaded read() throws IOException, OutsideLibraryException;
    }

    private static Loaded guarded(String name, Reading reading) {
        try {
            return reading.read();
        } catch (OutsideLibraryException e) {
            return new Loaded.Refused(Reasons.OUTSIDE_LIBRARY);
        } catch (IOException | FriendlyException e) {
            LOG.debug("Could not load {}", name, e);
            return new Loaded.Failed(Reasons.UNREADABLE);
        }
    }

    private Loaded load(Path file, Optional<Requester> requester, String title, int depth)
            throws IOException, OutsideLibraryException {
        String name = library.relative(file);
        Container container;
        try (LocalSeekableInputStream in = open(file)) {
            container = Container.detect(in, name, null, FileName.ending(name), FileName.isPlaylist(name));
        }
        if (container instanceof Container.Sound sound) {
            return track(file, sound.tags(), sound.format(), requester, title);
        } else if (container instanceof Container.Playlist playlist) {
            return playlist(Listing.parse(playlist.text()), file, requester, depth);
        }
        return new Loaded.Failed(container instanceof Container.Unsupported ? Reasons.UNSUPPORTED : Reasons.NOT_AUDIO);
    }

    private LocalSeekableInputStream open(Path file) throws IOException, OutsideLibraryException {
        Path inside = library.inside(file);
        if (!Files.isReadable(inside)) {
            throw new AccessDeniedException(library.relative(file));
        }
        return new LocalSeekableInputStream(inside.toFile());
    }

    private Loaded track(
            Path file,
            AudioTrackInfo tags,
            MediaContainerDescriptor format,
            Optional<Requester> requester,
            String title) {
        String name = library.relative(file);
        TrackInfo info = Tags.info(tags, title.isEmpty() ? title(name) : title, name, requester);
        PlayableTrack audio = new PlayableTrack(tags, (decoding, titles) -> {
            try (LocalSeekableInputStream in = open(file)) {
                decoding.of(format.createTrack(tags, in));
            }
        });
        return new Loaded.Track(info, audio);
    }

    private static String title(String name) {
        return FileName.withoutEnding(name.substring(name.lastIndexOf('/') + 1));
    }

    private Loaded playlist(Listing listing, Path file, Optional<Requester> requester, int depth) {
        List<Entry> entries = listing.lines().stream()
                .map(line -> entry(line, file, requester, depth))
                .toList();
        String name = listing.name().isEmpty() ? title(library.relative(file)) : listing.name();
        return Playlists.loaded(Tags.line(name), entries, listing.more(), depth);
    }

    private Entry entry(Listing.Line line, Path playlist, Optional<Requester> requester, int depth) {
        if (Address.looksLikeOne(line.location())) {
            return Address.parse(line.location())
                    .map(address -> web.entry(address, line, requester, depth))
                    .orElseGet(() -> new Entry(
                            info(line, Address.shown(line.location()), requester),
                            () -> new Loaded.Failed(Reasons.NOT_AN_ADDRESS)));
        }
        String path = line.location().replace('\\', '/');
        return new Entry(
                info(line, path, requester),
                () -> guarded(path, () -> {
                    Optional<Path> file = library.file(playlist.resolveSibling(""), path);
                    return file.isPresent()
                            ? load(file.get(), requester, line.title(), depth + 1)
                            : new Loaded.NoMatch();
                }));
    }

    private static TrackInfo info(Listing.Line line, String identifier, Optional<Requester> requester) {
        String title = line.title().isEmpty() ? title(identifier) : line.title();
        return new TrackInfo(identifier, Tags.line(title), "", line.length(), requester);
    }
}

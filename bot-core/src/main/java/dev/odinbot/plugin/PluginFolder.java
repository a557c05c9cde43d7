package dev.odinbot.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with the plugins' jars. Used on the control thread; {@link #files} on any. */
final class PluginFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

    private final Path folder;
    private Optional<Path> temporary = Optional.empty();

    PluginFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    /** Names of its jars and of what is called like one, sorted. */
    List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("The plugins folder {} cannot be read: {}", folder.toAbsolutePath(), e.toString());
            return List.of();
        }
    }

    boolean has(String file) {
        return files().contains(file);
    }

    /** The jar that holds a plugin, the first by name if there are several. */
    Optional<String> holding(String id) {
        return files().stream().filter(file -> holds(file, id)).findFirst();
    }

    private boolean holds(String file, String id) {
        return descriptor(file).filter(found -> found.id().equals(id)).isPresent();
    }

    /** What a jar says of itself; empty when it says nothing that could be understood. */
    Optional<Descriptor> descriptor(String file) {
        try {
            return Optional.of(DescriptorReader.read(path(file)));
        } catch (PluginRefusal e) {
            return Optional.empty();
        }
    }

    /** @throws PluginRefusal when it cannot be read or is no plugin for this bot */
    JarCopy copy(String file) {
        return copy(file, path(file));
    }

    /** @param jar where it is instead of in the folder */
    JarCopy copy(String file, Path jar) {
        return JarCopy.of(file, jar, temporary());
    }

    private Path temporary() {
        try {
            if (temporary.isEmpty()) {
                temporary = Optional.of(Files.createTempDirectory("odin-bot-plugins-"));
            }
            return temporary.get();
        } catch (IOException e) {
            throw new PluginRefusal("there is no place for temporary files (" + e + ")");
        }
    }

    @Override
    public void close() {
        try {
            if (temporary.isPresent()) {
                Files.deleteIfExists(temporary.get());
            }
        } catch (IOException e) {
            LOG.debug("The temporary folder stays: {}", e.toString());
        }
    }
}

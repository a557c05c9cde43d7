package dev.odinbot.plugin;

import dev.odinbot.text.MessageBundles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin's jar as it was when it was read, in a place where nobody overwrites it. Closing it removes it.
 *
 * @param file name that the jar has in the plugins folder
 */
record JarCopy(String file, Path copy, Descriptor descriptor, Map<String, byte[]> messages) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JarCopy.class);

    /** Of a text that is kept in the memory. */
    static final int MAX_TEXT_BYTES = 1 << 20;

    private static final Pattern MESSAGES = Pattern.compile("messages(_\\w+)?\\.properties");

    /**
     * @param temporary folder to copy into
     * @throws PluginRefusal when it cannot be read or is no plugin for this bot
     */
    static JarCopy of(String file, Path jar, Path temporary) {
        Path copy = null;
        if (Files.isDirectory(jar)) {
            throw new PluginRefusal("it is a folder, not a jar");
        }
        try {
            copy = Files.createTempFile(temporary, "plugin-", ".jar");
            try (InputStream in = Files.newInputStream(jar);
                    var out = Files.newOutputStream(copy)) {
                in.transferTo(out);
            }
            Descriptor descriptor = DescriptorReader.read(copy);
            return new JarCopy(file, copy, descriptor, messages(copy));
        } catch (PluginRefusal e) {
            delete(copy);
            throw e;
        } catch (IOException | RuntimeException e) {
            delete(copy);
            throw new PluginRefusal("it cannot be read (" + e + ")");
        }
    }

    /** Read now: they are asked for when the jar may be gone. */
    private static Map<String, byte[]> messages(Path jar) throws IOException {
        Map<String, byte[]> messages = new HashMap<>();
        try (JarFile zip = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (MESSAGES.matcher(entry.getName()).matches()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        byte[] text = in.readNBytes(MAX_TEXT_BYTES + 1);
                        if (text.length > MAX_TEXT_BYTES) {
                            throw new PluginRefusal("its " + entry.getName() + " is longer than a megabyte");
                        }
                        Optional<String> problem = MessageBundles.problem(new ByteArrayInputStream(text));
                        if (problem.isPresent()) {
                            throw new PluginRefusal("its " + entry.getName() + " " + problem.get());
                        }
                        messages.put(entry.getName(), text);
                    }
                }
            }
        }
        return messages;
    }

    @Nullable
    InputStream message(String name) {
        byte[] bytes = messages.get(name);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    /** Whether a jar holds the same bytes; false also when it cannot be read. */
    boolean sameAs(Path jar) {
        try {
            return Files.mismatch(copy, jar) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        delete(copy);
    }

    private static void delete(@Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            LOG.warn("The temporary file {} could not be removed: {}", copy, e.toString());
        }
    }
}

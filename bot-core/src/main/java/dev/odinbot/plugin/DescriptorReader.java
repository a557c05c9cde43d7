package dev.odinbot.plugin;

import dev.odinbot.plugin.Descriptor.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginRuntimeException;

/** Reads a descriptor out of a jar's manifest and says all that is wrong with it. */
final class DescriptorReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    /** The keys of the {@code plugins} section itself, and the owner of the bot's own commands. */
    private static final Set<String> TAKEN = Set.of("folder", "watch", "bot");

    private static final ManifestPluginDescriptorFinder FINDER = new ManifestPluginDescriptorFinder() {
        @Override
        protected PluginDescriptor createPluginDescriptor(@Nullable Manifest manifest) {
            if (manifest == null) {
                throw new NoManifest();
            }
            return super.createPluginDescriptor(manifest);
        }
    };

    private DescriptorReader() {}

    /** @throws PluginRefusal when the jar is no plugin for this bot */
    static Descriptor read(Path jar) {
        if (Files.isDirectory(jar)) {
            throw new PluginRefusal("it is a folder, not a jar");
        }
        PluginDescriptor found;
        try {
            refuseLongManifest(jar);
            found = FINDER.find(jar);
        } catch (IOException e) {
            throw new PluginRefusal("it is not a readable jar (" + e.getMessage() + ")");
        } catch (PluginRefusal e) {
            throw e;
        } catch (NoManifest e) {
            throw new PluginRefusal("it has no manifest");
        } catch (PluginRuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new PluginRefusal("it is not a readable jar (" + cause.getMessage() + ")");
        } catch (RuntimeException e) {
            throw new PluginRefusal(
                    "it is not a readable jar (" + e + ")"); // for instance tampered with after it was signed
        }
        List<String> problems = problems(found);
        if (!problems.isEmpty()) {
            throw new PluginRefusal(String.join("; ", problems));
        }
        return new Descriptor(
                found.getPluginId(),
                found.getVersion(),
                found.getPluginClass(),
                found.getRequires(),
                found.getDependencies().stream()
                        .map(DescriptorReader::dependency)
                        .toList(),
                found.getPluginDescription());
    }

    /** It is read as a whole, and a jar of a few kilobytes may say that it has gigabytes. */
    private static void refuseLongManifest(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry manifest = zip.getEntry(JarFile.MANIFEST_NAME);
            if (manifest != null && manifest.getSize() > JarCopy.MAX_TEXT_BYTES) {
                throw new PluginRefusal("its manifest is longer than a megabyte");
            }
        }
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches() && !TAKEN.contains(text);
    }

    private static Dependency dependency(PluginDependency found) {
        return new Dependency(found.getPluginId(), found.getPluginVersionSupport(), found.isOptional());
    }

    private static List<String> problems(PluginDescriptor found) {
        List<String> problems = new ArrayList<>();
        // PF4J fills in its own class and "any version" for what the manifest does not say.
        Map<String, String> values = new TreeMap<>();
        values.put("Plugin-Id", orEmpty(found.getPluginId()));
        values.put("Plugin-Version", orEmpty(found.getVersion()));
        values.put("Plugin-Class", without(org.pf4j.Plugin.class.getName(), found.getPluginClass()));
        values.put("Plugin-Requires", without("*", found.getRequires()));
        values.values().removeIf(value -> !value.isBlank());
        if (!values.isEmpty()) {
            problems.add("its manifest has no " + String.join(", ", values.keySet()));
        }
        if (!values.containsKey("Plugin-Id") && !isId(found.getPluginId())) {
            problems.add("Plugin-Id '" + found.getPluginId() + "' cannot be used; take small letters, digits and -");
        }
        if (!values.containsKey("Plugin-Version") && !Versions.isVersion(found.getVersion())) {
            problems.add("Plugin-Version '" + found.getVersion() + "' is no version; write for instance 1.0.0");
        }
        if (!values.containsKey("Plugin-Requires")) {
            checkRequires(found.getRequires(), problems);
        }
        for (PluginDependency dependency : found.getDependencies()) {
            check(dependency(dependency), problems);
        }
        return problems;
    }

    private static void checkRequires(String requires, List<String> problems) {
        if (!Versions.isRange(requires)) {
            problems.add("Plugin-Requires '" + requires + "' is no range of versions; this bot's API is " + Versions.API
                    + ", write for instance ^" + Versions.API);
        } else if (!Versions.fits(Versions.API, requires)) {
            problems.add("it requires API version " + requires + "; this bot's is " + Versions.API);
        }
    }

    private static void check(Dependency dependency, List<String> problems) {
        if (!isId(dependency.id())) {
            problems.add("Plugin-Dependencies: '" + dependency.id() + "' is no plugin's id");
        }
        if (!Versions.isRange(dependency.versions())) {
            problems.add("Plugin-Dependencies: '" + dependency.versions()
                    + "' is no range of versions; write for instance " + dependency.id() + "@^1.0.0");
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String without(String filledIn, @Nullable String value) {
        return filledIn.equals(value) ? "" : orEmpty(value);
    }

    private static final class NoManifest extends PluginRuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

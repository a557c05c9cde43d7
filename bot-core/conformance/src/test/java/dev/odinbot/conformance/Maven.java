package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Maven as somebody has it who installed this bot's artifacts: a local repository with them, and with what the machine's own one holds
 * of other people's, so that nothing is downloaded.
 */
final class Maven implements AutoCloseable {

    private static final Path OWN = Path.of("dev", "odinbot");
    private static final int MINUTES = 10;

    private final Path repository;

    private Maven(Path repository) {
        this.repository = repository;
    }

    /** @param repository a folder that does not exist yet */
    static Maven withInstalledBot(Path root, Path repository) throws IOException {
        Path machines = Path.of(System.getProperty("odinbot.repository"));
        Path groups = Files.createDirectories(repository.resolve(OWN).getParent());
        link(machines, repository);
        link(machines.resolve(OWN).getParent(), groups);
        Maven maven = new Maven(repository);
        maven.install(root, "odin-bot", List.of());
        maven.install(root.resolve("bot-core/api"), "bot-api", List.of(".jar"));
        maven.install(root.resolve("bot-core"), "bot-core", List.of(".jar", "-tests.jar"));
        return maven;
    }

    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                Path link = to.resolve(entry.getFileName());
                if (!Files.exists(link) && !from.relativize(entry).equals(OWN.getFileName())) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    /** As the install goal does: what the build has made, under its coordinates. */
    private void install(Path module, String artifact, List<String> kinds) throws IOException {
        String version = System.getProperty("odinbot.version");
        Path folder = Files.createDirectories(
                repository.resolve(OWN).resolve(artifact).resolve(version));
        String name = artifact + "-" + version;
        Files.copy(module.resolve("pom.xml"), folder.resolve(name + ".pom"));
        for (String kind : kinds) {
            Path built = module.resolve("target").resolve(name + kind);
            assertThat(built).as("what the build has packed").isRegularFile();
            Files.copy(built, folder.resolve(name + kind));
        }
    }

    /** Builds the project with its tests; fails with Maven's words when that fails. */
    void packageIn(Path folder) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Programs.find("MVN", "mvn").toString()));
        command.addAll(List.of("-o", "-q", "-B", "-Dstyle.color=never", "-Dmaven.repo.local=" + repository, "package"));
        Programs.run(folder, MINUTES, TimeUnit.MINUTES, command);
    }

    /** Takes the links away, so that nobody who deletes the folder comes to what they lead to. */
    @Override
    public void close() throws IOException {
        unlink(repository.resolve(OWN).getParent());
        unlink(repository);
    }

    private static void unlink(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(entry);
            }
        }
    }
}

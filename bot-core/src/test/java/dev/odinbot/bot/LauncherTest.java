package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.token.AccessKey;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/odin-bot} in an installation whose only jar refers to the classes under test. */
class LauncherTest {

    @TempDir
    Path folder;

    private Path home;
    private Path launcher;

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("a home");
        launcher = home.resolve("bin/odin-bot");
        Files.createDirectories(launcher.getParent());
        Files.copy(Path.of("src/main/dist/bin/odin-bot"), launcher);
        Files.createDirectories(home.resolve("lib"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.CLASS_PATH, classPath());
        new JarOutputStream(Files.newOutputStream(home.resolve("lib/all.jar")), manifest).close();
        Files.writeString(home.resolve("config.yml"), "rooms: [id: Lobby]\n");
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }

    private ChildProcess run(Map<String, String> environment, Path command, String... args) throws Exception {
        List<String> line =
                Stream.concat(Stream.of(command.toString()), Stream.of(args)).toList();
        ChildProcess process = ChildProcess.start(folder, environment, line);
        try (process) {
            process.exitCode();
        }
        return process;
    }

    @Test
    void launcher_throughSymlinks_findsItsHome() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("a home/bin/odin-bot"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);
        ChildProcess process = run(Map.of(), second, "--check");

        assertThat(process.stderr()).isEmpty();
        assertThat(process.stdout()).startsWith("Config:    " + home.toRealPath() + "/config.yml\n");
        assertThat(process.exitCode()).isZero();
    }

    @Test
    void launcher_inALocaleOfAscii_stillFindsFoldersNamedInUtf8() throws Exception {
        Files.writeString(home.resolve("config.yml"), "rooms: [id: Lobby]\naudio: {library: Müsik}\n");
        Files.createDirectories(home.resolve("Müsik"));

        ChildProcess process = run(Map.of("LC_ALL", "C"), launcher, "--check");

        assertThat(process.stderr()).isEmpty();
        assertThat(process.stdout()).contains("Müsik").doesNotContain("by name");
    }

    @Test
    void launcher_withBadUsage_passesTheExitCodeOn() throws Exception {
        assertThat(run(Map.of(), launcher, "--nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void stdout_isOnlyTheBots_evenWhenTheJvmItselfPrintsToIt() throws Exception {
        ChildProcess process = run(Map.of("ODIN_BOT_JAVA_OPTS", "-Xlog:gc*"), launcher, "--new-key");

        assertThat(AccessKey.parse(process.stdout().strip())).isInstanceOf(AccessKey.Parsed.Valid.class);
        assertThat(process.stderr()).contains("[gc");
    }

    @Test
    void stdoutAndStderr_inOneFile_doNotOverwriteEachOther() throws Exception {
        String both = "\"$0\" --check >both 2>&1; cat both";
        List<String> command = List.of("sh", "-c", both, launcher.toString());
        try (ChildProcess process = ChildProcess.start(folder, Map.of("ODIN_BOT_JAVA_OPTS", "-Xlog:gc*"), command)) {
            process.exitCode();
            assertThat(process.stdout()).contains("[gc", "Config:", "Rooms:", "Plugins:");
        }
    }

    @Test
    void java_tooOld_isRefusedInOneLine() throws Exception {
        Path java = fakeJava("echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        ChildProcess process = run(Map.of("JAVA_HOME", folder.toString()), launcher, "--check");

        assertThat(process.exitCode()).isEqualTo(1);
        assertThat(process.stderr()).isEqualTo("odin-bot: Java 17 or newer is needed, but " + java + " is 11.0.2.\n");
    }

    @Test
    void java_thatSaysNoVersion_isRefusedInOneLine() throws Exception {
        Path java = fakeJava("exit 3");
        ChildProcess process = run(Map.of("JAVA_HOME", folder.toString()), launcher, "--check");

        assertThat(process.exitCode()).isEqualTo(1);
        assertThat(process.stderr())
                .isEqualTo("odin-bot: Java 17 or newer is needed, but " + java + " is of an unknown version.\n");
    }

    @Test
    void javaHome_withoutJava_isRefusedInOneLine() throws Exception {
        ChildProcess process = run(Map.of("JAVA_HOME", "/nowhere"), launcher, "--check");

        assertThat(process.exitCode()).isEqualTo(1);
        assertThat(process.stderr())
                .isEqualTo("odin-bot: JAVA_HOME is /nowhere, but there is no bin/java in it."
                        + " Point it to a Java 17 or newer, or unset it.\n");
    }

    private Path fakeJava(String script) throws IOException {
        Path java = folder.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

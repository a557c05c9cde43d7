package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the built program promises to whoever starts it: its stdout, its exit codes, its end. */
class DistributionIT {

    private static final Path PROGRAM =
            Path.of(System.getProperty("odinbot.dist", "../../target/odin-bot"), "bin", "odin-bot");

    @TempDir
    Path folder;

    private Path out;
    private Path err;
    private Process process;

    @BeforeEach
    void outputs() {
        out = folder.resolve("out.txt");
        err = folder.resolve("err.txt");
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void libraries_haveNoNativeOneButTheDecoders() throws IOException {
        try (Stream<Path> jars = Files.list(PROGRAM.resolve("../../lib").normalize())) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("lavaplayer-natives"))
                    .noneMatch(name -> name.startsWith("webrtc-java"));
        }
    }

    private void start(int port) throws IOException {
        Path config = Files.writeString(
                folder.resolve("config.yml"),
                "rooms: [id: Lobby, id: Radio]\nlocal-server: {port: " + port + ", tls-port: 0}\n");
        process = new ProcessBuilder(PROGRAM.toAbsolutePath().toString(), "--config", config.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    @Test
    void program_fromStartToSigterm_saysOneLineOnStdoutAndExitsWith0() throws Exception {
        start(0);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(out).content().contains("READY"));
        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
        assertThat(process.exitValue())
                .as("0 says that nothing had to be given up")
                .isZero();
        assertThat(out).content().matches("READY rooms=2/2 page=http://localhost:\\d+/\n");
    }

    @Test
    void port_inUse_isSaidInOneLineWithExitCode1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            start(taken.getLocalPort());

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(out).isEmptyFile();
        assertThat(Files.readAllLines(err))
                .filteredOn(line -> line.contains(" ERROR "))
                .singleElement()
                .asString()
                .contains("local-server.port");
    }
}

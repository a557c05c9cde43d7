package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built program, with one room and a library of its own. Its log is kept among the test's artifacts. */
final class BotProcess implements AutoCloseable {

    static final Path ARTIFACTS = Path.of(System.getProperty("odinbot.artifacts", "target"));
    private static final Path DIST = Path.of(System.getProperty("odinbot.dist", "../../target/odin-bot"));
    private static final Pattern READY = Pattern.compile("READY rooms=1/1 page=(\\S+)");
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final int tlsPort;
    private final CompletableFuture<URI> page;

    private BotProcess(Process process, int tlsPort) {
        this.process = process;
        this.tlsPort = tlsPort;
        this.page = CompletableFuture.supplyAsync(this::readReady);
    }

    /** @param home an empty folder for config and library */
    static BotProcess start(Path home) throws IOException {
        Path program = DIST.resolve("bin/odin-bot");
        assertThat(program).as("the distribution; scripts/build makes it").isExecutable();
        Path library = Files.createDirectories(home.resolve("music"));
        Files.copy(DIST.resolve("music/demo.wav"), library.resolve("demo.wav"));
        Tone.write(library.resolve("tone.wav"), 440, 60);
        int tlsPort = freePort();
        Path config = Files.writeString(home.resolve("config.yml"), config(library, tlsPort));
        Path log = Files.createDirectories(ARTIFACTS).resolve("conformance-bot.log");
        Process process = new ProcessBuilder(program.toAbsolutePath().toString(), "--config", config.toString())
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BotProcess bot = new BotProcess(process, tlsPort);
        bot.page.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
        return bot;
    }

    private static String config(Path library, int tlsPort) {
        return """
                odin:
                  gateway: local
                rooms:
                  - id: Lobby
                audio:
                  library: %s
                local-server:
                  port: 0
                  tls-port: %d
                plugins:
                  folder: %s
                """.formatted(
                library, tlsPort, DIST.resolve("plugins").toAbsolutePath().normalize());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private URI readReady() {
        try {
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            Matcher ready = READY.matcher(String.valueOf(line));
            assertThat(ready.matches()).as("first line on stdout: %s", line).isTrue();
            return URI.create(ready.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String page() {
        return page.join().toString();
    }

    String securePage() {
        return "https://localhost:" + tlsPort + "/";
    }

    /** Ends it with SIGTERM, as a service manager would. */
    @Override
    public void close() throws Exception {
        process.destroy();
        boolean ended = process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended)
                .as("the bot ended within %d s of SIGTERM", STOP_SECONDS)
                .isTrue();
    }
}

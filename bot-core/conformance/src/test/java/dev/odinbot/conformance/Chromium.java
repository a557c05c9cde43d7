package dev.odinbot.conformance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system's Chromium with a synthetic microphone that beeps. The driver is Playwright's, run by the system's Node.js;
 * nothing is downloaded. One thread at a time.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            // Also works as root and in containers.
            "--no-sandbox",
            "--disable-gpu",
            // Stays off the network.
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // A microphone that beeps, and no question about it.
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path chromium = onPath("CHROMIUM", "chromium", "chromium-browser", "google-chrome");
        Path node = onPath("NODE", "node");
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(FLAGS));
    }

    Browser browser() {
        return browser;
    }

    private static Path onPath(String variable, String... names) {
        Stream<Path> named = Stream.ofNullable(System.getenv(variable)).map(Path::of);
        Stream<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)));
        Optional<Path> program =
                Stream.concat(named, found).filter(Files::isExecutable).findFirst();
        return program.orElseThrow(() -> new AssertionError("The browser tests need " + names[0]
                + ". Run scripts/test, which installs what is missing, or set " + variable + " to its path."));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

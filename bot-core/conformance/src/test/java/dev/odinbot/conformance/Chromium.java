package dev.odinbot.conformance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        Path chromium = Programs.find("CHROMIUM", "chromium", "chromium-browser", "google-chrome");
        Path node = Programs.find("NODE", "node");
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

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

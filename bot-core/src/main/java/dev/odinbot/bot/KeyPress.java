package dev.odinbot.bot;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a key on an interactive terminal; without one, or in the background, nothing happens. Asks {@code stty} for
 * single keys: terminal libraries also ask the terminal what it can do, and its answer would look like a key.
 */
final class KeyPress implements AutoCloseable {

    static final KeyPress NONE = new KeyPress("");

    private static final Logger LOG = LoggerFactory.getLogger(KeyPress.class);

    /** The terminal's settings to go back to; empty = leave it alone. */
    private final String before;

    private KeyPress(String before) {
        this.before = before;
    }

    /** @param onKey called once, on a thread of its own */
    static KeyPress listen(Runnable onKey) {
        if (!Foreground.ownsTerminal()) {
            return NONE;
        }
        try {
            String before = stty("-g");
            stty("-icanon", "-echo", "min", "1", "time", "0"); // signals of Ctrl-C and Ctrl-Z stay
            Thread thread = new Thread(() -> await(onKey), "key-press");
            thread.setDaemon(true);
            thread.start();
            LOG.info("Press any key to stop");
            return new KeyPress(before);
        } catch (IOException e) {
            LOG.debug("No keys from this terminal", e);
            return NONE;
        }
    }

    private static void await(Runnable onKey) {
        try {
            // Never closed: the terminal is still needed to give it back.
            if (new FileInputStream(FileDescriptor.in).read() >= 0) {
                onKey.run();
            }
        } catch (IOException e) {
            LOG.debug("No more keys from this terminal", e); // for instance moved to the background
        }
    }

    /** Gives the terminal back as it was, unless somebody else is using it by now. */
    @Override
    public void close() {
        if (before.isEmpty() || !Foreground.ownsTerminal()) {
            return;
        }
        try {
            stty(before);
        } catch (IOException e) {
            LOG.warn("The terminal could not be given back as it was; type reset: {}", e.getMessage());
        }
    }

    private static String stty(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(args));
        Process stty = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectErrorStream(true)
                .start();
        String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (stty.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return said;
    }
}

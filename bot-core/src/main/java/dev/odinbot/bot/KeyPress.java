package dev.odinbot.bot;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a key on an interactive terminal; without one, or in the background, nothing happens. */
interface KeyPress extends AutoCloseable {

    KeyPress NONE = () -> {};

    /** Gives the terminal back as it was. */
    @Override
    void close();

    /** @param onKey called once, on a thread of its own */
    static KeyPress listen(Runnable onKey) {
        if (!Foreground.ownsTerminal()) {
            return NONE;
        }
        Logger log = LoggerFactory.getLogger(KeyPress.class);
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(SystemOutput.SysErrOrSysOut)
                    .nativeSignals(false) // Ctrl-C stays what it is
                    .dumb(false)
                    .build();
            Attributes before = terminal.enterRawMode();
            Thread thread = new Thread(() -> await(terminal, onKey, log), "key-press");
            thread.setDaemon(true);
            thread.start();
            log.info("Press any key to stop");
            return restore(terminal, before);
        } catch (IOException | IllegalStateException e) {
            log.debug("No keys from this terminal", e);
            return NONE;
        }
    }

    private static void await(Terminal terminal, Runnable onKey, Logger log) {
        try {
            if (terminal.reader().read() >= 0) {
                onKey.run();
            }
        } catch (IOException e) {
            log.debug("No more keys from this terminal", e); // for instance moved to the background
        }
    }

    private static KeyPress restore(Terminal terminal, Attributes before) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (!done.getAndSet(true) && Foreground.ownsTerminal()) {
                terminal.setAttributes(before);
            }
        };
    }
}

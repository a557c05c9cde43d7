package dev.odinbot.bot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stdout that the program's user sees. The JVM itself prints to file descriptor 1, warnings and whatever -Xlog asks
 * for, which nothing in Java can keep it from; so the launcher points descriptor 1 at stderr and hands the real stdout over as
 * another descriptor. Opening that one again by its path under /dev/fd would not do: a file would get a second write
 * position, and a socket cannot be opened at all.
 */
final class Stdout {

    private static final Logger LOG = LoggerFactory.getLogger(Stdout.class);

    /** System property: number of the descriptor, set by the launcher; without it, 1 is the real one. */
    private static final String DESCRIPTOR = "odin-bot.stdout";

    private Stdout() {}

    static PrintWriter open() {
        Integer number = Integer.getInteger(DESCRIPTOR);
        return writer(number == null ? FileDescriptor.out : descriptor(number));
    }

    static PrintWriter errors() {
        return writer(FileDescriptor.err);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static FileDescriptor descriptor(int number) {
        try {
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true); // the launcher opens java.io to us
            return constructor.newInstance(number);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn(
                    "What belongs on stdout goes to stderr: this JVM cannot use file descriptor {} ({})",
                    number,
                    e.toString());
            return FileDescriptor.out;
        }
    }
}

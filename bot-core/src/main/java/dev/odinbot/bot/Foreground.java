package dev.odinbot.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the terminal is ours: a job in the background that touches it disturbs whoever is typing. */
final class Foreground {

    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path STDIN = Path.of("/proc/self/fd/0");

    private Foreground() {}

    /** Whether stdin is a terminal and this process in its foreground group; false where that cannot be told. */
    static boolean ownsTerminal() {
        try {
            String stdin = Files.readSymbolicLink(STDIN).toString();
            return (stdin.startsWith("/dev/pts/") || stdin.startsWith("/dev/tty") || stdin.equals("/dev/console"))
                    && inForegroundGroup(Files.readString(STAT));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Fields after the command's name in brackets: state, parent, group, session, terminal, terminal's group. */
    static boolean inForegroundGroup(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return fields[2].equals(fields[5]);
    }
}

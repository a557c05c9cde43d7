package dev.odinbot.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What goes to the log, which is stderr, while something runs; of all threads. */
public final class CapturedLog {

    private static final Pattern TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ ", Pattern.MULTILINE);

    private CapturedLog() {}

    /** The lines, each beginning with its level. */
    public static String of(Runnable action) {
        PrintStream before = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return TIME.matcher(captured.toString(StandardCharsets.UTF_8)).replaceAll("");
    }
}

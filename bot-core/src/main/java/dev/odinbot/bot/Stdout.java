package dev.odinbot.bot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What the program's user sees, in UTF-8 whatever the system's locale is. */
final class Stdout {

    private Stdout() {}

    static PrintWriter open() {
        return writer(FileDescriptor.out);
    }

    static PrintWriter errors() {
        return writer(FileDescriptor.err);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

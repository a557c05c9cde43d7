package dev.odinbot.api.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocTest {

    @Test
    void javadoc_ofTheApi_isWrittenWithoutAnError(@TempDir Path folder) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);

        // "missing" would have a sentence like "the peer" behind every @param that the first sentence has explained.
        int exit = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-quiet",
                        "-Werror",
                        "-Xdoclint:all,-missing",
                        "-d",
                        folder.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-sourcepath",
                        "src/main/java",
                        "-subpackages",
                        "dev.odinbot.api");

        assertThat(exit).as(said::toString).isZero();
        assertThat(folder.resolve("dev/odinbot/api/Plugin.html")).isRegularFile();
    }
}

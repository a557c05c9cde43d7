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
    void javadoc_ofTheApi_isThereForEverythingAndRight(@TempDir Path folder) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);

        int exit = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-quiet",
                        "-Xdoclint:all",
                        "-Xmaxwarns",
                        "10000",
                        "-d",
                        folder.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-sourcepath",
                        "src/main/java",
                        "-subpackages",
                        "dev.odinbot.api");

        assertThat(exit).as(said::toString).isZero();
        // What the first sentence has said of a parameter need not be said again behind an @param.
        assertThat(said.toString().lines())
                .filteredOn(line -> line.contains("warning: "))
                .allMatch(line -> line.matches(".*warning: no (@param|@return|main description).*"));
        assertThat(folder.resolve("dev/odinbot/api/Plugin.html")).isRegularFile();
    }
}

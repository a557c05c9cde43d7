package dev.odinbot.api.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
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
                .allMatch(line -> line.matches(".*warning: no (@param|@return).*"));
        assertThat(folder.resolve("dev/odinbot/api/Plugin.html")).isRegularFile();
    }

    /** Of a record, its name says what it is; of a method, nothing else says what it does and what comes back. */
    @Test
    void method_beginsWithASentence_notWithATag() throws IOException {
        Pattern tagFirst = Pattern.compile(
                "/\\*\\*[\\s*]*@\\w+[^/]*\\*/\\s+(?![^({]*\\brecord\\b)[^;{]*\\b[a-z]\\w*\\([^;{]*[;{]");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/odinbot/api"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(tagFirst.matcher(Files.readString(file)).results().map(MatchResult::group))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }
}

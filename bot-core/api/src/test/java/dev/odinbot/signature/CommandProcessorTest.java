package dev.odinbot.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandProcessorTest {

    private static final String PROCESSOR = "dev.odinbot.signature.CommandProcessor";

    @TempDir
    private Path classes;

    @Test
    void compile_mistakes_areErrorsWhereTheyStand() throws Exception {
        Compilation compilation =
                Compilation.of("test.Mistakes", read("Mistakes.java.txt"), classes, "-processor", PROCESSOR);

        assertThat(compilation.successful()).isFalse();
        assertGolden("mistakes.txt", String.join("\n", compilation.errors()) + "\n");
    }

    @Test
    void loadedClass_sameMistakes_areFoundByTheSameRules() throws Exception {
        String source = read("Mistakes.java.txt");
        assertThat(Compilation.of("test.Mistakes", source, classes, "-proc:none")
                        .errors())
                .isEmpty();

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Method[] methods = loader.loadClass("test.Mistakes").getDeclaredMethods();
            List<String> faults = Arrays.stream(methods)
                    .flatMap(method -> MethodRules.read(method).faults().stream()
                            .map(fault -> method.getName() + ": " + fault.problem()))
                    .sorted()
                    .toList();
            List<String> whileCompiling = read("mistakes.txt")
                    .lines()
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .sorted()
                    .toList();
            assertThat(faults).isEqualTo(whileCompiling);
        }
    }

    @Test
    void compile_processorOnThePath_isFoundByItself() {
        String source = "class Wrong { @dev.odinbot.api.command.Command(\"a <x>\") void wrong() {} }";
        String path = System.getProperty("java.class.path");

        Compilation compilation = Compilation.of("Wrong", source, classes, "-processorpath", path);

        assertThat(compilation.errors()).containsExactly("1:62 wrong: argument 'x' has no parameter of that name");
        assertThat(classes).isEmptyDirectory();
    }

    @Test
    void compile_fittingSource_succeedsInSilence() {
        String source = "class Right { @dev.odinbot.api.command.Command(\"a <x>\") void right(String x) {} }";

        Compilation compilation = Compilation.of("Right", source, classes, "-processor", PROCESSOR);

        assertThat(compilation).isEqualTo(new Compilation(true, List.of()));
    }

    @Test
    void compile_typeThatDoesNotExist_isLeftToTheCompiler() {
        String source = "class Gone { @dev.odinbot.api.command.Command(\"a\") void gone(Nothing x) {} }";

        Compilation compilation = Compilation.of("Gone", source, classes, "-processor", PROCESSOR);

        assertThat(compilation.errors()).singleElement().asString().contains("cannot find symbol");
    }

    private static String read(String resource) throws Exception {
        try (InputStream file = CommandProcessorTest.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The test kit's GoldenFile is in a module that comes after this one. */
    private static void assertGolden(String name, String actual) throws Exception {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(Path.of("src/test/resources/dev/odinbot/signature", name), actual);
            return;
        }
        assertThat(actual).isEqualTo(read(name));
    }
}

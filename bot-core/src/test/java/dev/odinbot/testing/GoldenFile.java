package dev.odinbot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text people read, held against a file in the test's resources. Run with {@code -Dgolden.write=true} to write the files
 * anew from the module's folder, and read the difference before committing it.
 */
public final class GoldenFile {

    private GoldenFile() {}

    /** @param name of the file, beside the test class in the resources */
    public static void assertMatches(Class<?> test, String name, String actual) {
        try {
            if (Boolean.getBoolean("golden.write")) {
                Path file = Path.of("src/test/resources", test.getPackageName().replace('.', '/'), name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
                return;
            }
            try (InputStream golden = test.getResourceAsStream(name)) {
                assertThat(golden).as("golden file %s of %s", name, test).isNotNull();
                assertThat(actual).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

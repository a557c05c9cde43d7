package dev.odinbot.api.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.Plugin;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The API is what {@code api.txt} says it is: nobody changes it without seeing what that does to plugins. */
class ApiFreezeTest {

    private static final Path FROZEN = Path.of("api.txt");

    @Test
    void api_isWhatIsCheckedIn() throws Exception {
        String now = signature();
        if (Boolean.getBoolean("api.write")) {
            Files.writeString(FROZEN, head(Files.readAllLines(FROZEN)) + now);
        }

        List<ApiDifference> differences = ApiDifference.between(
                Files.readString(FROZEN).lines().toList(), now.lines().toList());

        assertThat(differences).as(() -> ApiDifference.report(differences)).isEmpty();
    }

    /** The lines that the people who keep the file write themselves: what it is, and the version. */
    private static String head(List<String> lines) {
        return String.join(
                        "\n",
                        lines.stream().takeWhile(line -> line.startsWith("#")).toList()) + "\n";
    }

    private static String signature() throws Exception {
        StringBuilder text = new StringBuilder();
        for (Class<?> type : types()) {
            text.append('\n').append(String.join("\n", ApiSignature.of(type))).append('\n');
        }
        return text.toString();
    }

    private static List<Class<?>> types() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(
                Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> names;
        try (Stream<Path> files = Files.walk(classes.resolve("dev/odinbot/api"))) {
            names = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, Plugin.class.getClassLoader());
            if (ApiSignature.isVisible(type)) {
                types.add(type);
            }
        }
        return types;
    }
}

package dev.odinbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API's version is written where the host, the frozen signature and the plugins need it, and is one. */
class ApiVersionTest {

    @Test
    void version_isThatOfTheFrozenSignature() throws IOException {
        assertThat(Files.readAllLines(Path.of("api/api.txt")).get(0)).isEqualTo("# dev.odinbot.api " + Versions.API);
    }

    @Test
    void version_isWhatOurPluginsRequire() throws IOException {
        assertThat(Path.of("../bot-plugins/pom.xml"))
                .content()
                .contains("<plugin.requires>^" + Versions.API + "</plugin.requires>");
    }
}

package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path root;

    private Folders folders;

    @BeforeEach
    void places() throws IOException {
        Files.createDirectories(root.resolve("mine/both"));
        Files.createDirectories(root.resolve("home/both"));
        Files.createDirectories(root.resolve("home/shipped"));
        folders = Folders.of(root.resolve("mine/config.yml"), Optional.of(root.resolve("home")));
    }

    @Test
    void folder_inBothPlaces_isTheOneBesideTheConfig() {
        assertThat(folders.find("both")).isEqualTo(root.resolve("mine/both"));
    }

    @Test
    void folder_onlyInTheInstallation_isThatOne() {
        assertThat(folders.find("shipped")).isEqualTo(root.resolve("home/shipped"));
    }

    @Test
    void folder_inNeitherPlace_wouldBeBesideTheConfig() {
        assertThat(folders.find("none")).isEqualTo(root.resolve("mine/none"));
        assertThat(Folders.of(root.resolve("mine/config.yml"), Optional.empty()).find("shipped"))
                .isEqualTo(root.resolve("mine/shipped"));
    }

    @Test
    void folder_absolute_staysAsItIs() {
        assertThat(folders.find("/srv/music")).isEqualTo(Path.of("/srv/music"));
    }
}

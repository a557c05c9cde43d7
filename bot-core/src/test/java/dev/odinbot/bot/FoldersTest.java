package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    @Test
    void database_ofAFile_isBesideTheConfig() {
        assertThat(storage("")).isEqualTo("jdbc:sqlite:" + root.resolve("mine/odin-bot.db"));
        assertThat(storage("jdbc:sqlite:data/bot.db")).isEqualTo("jdbc:sqlite:" + root.resolve("mine/data/bot.db"));
        assertThat(storage("jdbc:sqlite:/srv/bot.db?cache_size=9")).isEqualTo("jdbc:sqlite:/srv/bot.db?cache_size=9");
    }

    @Test
    void database_atAServer_staysAsItIs() {
        assertThat(storage("jdbc:postgresql://db.example/odinbot")).isEqualTo("jdbc:postgresql://db.example/odinbot");
    }

    private String storage(String url) {
        String yaml = "storage: {url: \"" + url + "\"}";
        BotConfig config = new ConfigReader(Map.of()).read("config.yml", yaml, BotConfig.class);
        return folders.in(config).storage().url();
    }
}

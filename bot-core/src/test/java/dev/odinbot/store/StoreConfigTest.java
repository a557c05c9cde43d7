package dev.odinbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreConfigTest {

    private static StoreConfig read(String yaml) {
        return new ConfigReader(Map.of()).read("config.yml", yaml, StoreConfig.class);
    }

    private static String fault(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> read(yaml)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:sqlite:bot.db",
                "jdbc:sqlite:/srv/bot.db?cache_size=100",
                "jdbc:postgresql://db.example/odinbot",
                "jdbc:postgresql://db.example:5432/odinbot?sslmode=require",
                "jdbc:postgresql://a:1,b:2/odinbot",
                "jdbc:postgresql://[::1]:5432/odinbot"
            })
    void url_ofADatabase_isTaken(String url) {
        assertThat(read("url: \"" + url + "\"").url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "odin-bot.db",
                "postgres://db/odinbot",
                "jdbc:mysql://db/x",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:"
            })
    void url_ofNoDatabase_isRefused(String url) {
        assertThat(fault("url: \"" + url + "\""))
                .isEqualTo(
                        "config.yml:1:6: url: this is no database that the bot can use. Write \"\" for a file beside this"
                                + " one, or for instance jdbc:postgresql://db.example:5432/odinbot.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql:", "jdbc:postgresql://db", "jdbc:postgresql://db/", "jdbc:postgresql://db:x/y"})
    void url_ofNoServer_isRefused(String url) {
        assertThat(fault("url: \"" + url + "\""))
                .isEqualTo("config.yml:1:6: url: this is not the address of a PostgreSQL database. Write for instance"
                        + " jdbc:postgresql://db.example:5432/odinbot.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://bot:hunter2@db/x", "jdbc:postgresql://db/x?ssl=true&password=hunter2"})
    void url_withAPassword_isRefusedWithoutShowingIt(String url) {
        assertThat(fault("url: \"" + url + "\""))
                .contains("do not belong into the address")
                .contains("storage.password")
                .doesNotContain("hunter2");
    }

    @Test
    void user_ofAFile_isRefused() {
        assertThat(fault("user: bot"))
                .isEqualTo("config.yml:1:7: user: a database in a file has no users. Remove user and password, or set"
                        + " storage.url to a PostgreSQL server.");
    }

    @Test
    void poolSize_outOfRange_isRefused() {
        assertThat(fault("pool-size: 0")).contains("pool-size").contains("from 1 to 50");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example:5432/odinbot?sslpassword=hunter2,PostgreSQL db.example:5432/odinbot",
        "jdbc:sqlite:/srv/bot.db?cache_size=1,/srv/bot.db"
    })
    void place_isForPeople(String url, String place) {
        assertThat(new StoreConfig(url, "", "", 1).place()).isEqualTo(place);
    }

    @Test
    void text_hidesThePassword() {
        StoreConfig config = new StoreConfig("jdbc:postgresql://db/x?sslpassword=hunter2", "bot", "hunter2", 4);

        assertThat(config).hasToString("StoreConfig[PostgreSQL db/x, user=bot, password=***, poolSize=4]");
    }
}

package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.token.AccessKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        Main main = new Main(Map.of("KEY", AccessKey.generate().reveal()), Optional.of(folder), (config, source) -> {
            throw new AssertionError("must not start");
        });
        return main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void check_ofAFineConfig_saysWhatItUnderstood() throws IOException {
        file("music/a.mp3", "");
        file("plugins/music.jar", "");
        file("plugins/dice.jar", "");
        file("plugins/notes.txt", "");
        file("config.yml", """
                odin: {keys: {default: "", main: "${KEY}"}}
                rooms:
                  - id: Lobby
                  - {id: Radio, key: main, prefix: "?", name: DJ, volume: 40, autoplay: "http://radio.example/live"}
                audio: {http: {allow-hosts: [nas.home, 10.0.0.0/8]}}
                """);

        assertThat(run("--check")).isZero();
        assertThat(out.toString().replace(folder.toString(), "/home/bot")).isEqualTo("""
                        Config:    /home/bot/config.yml
                        Gateway:   local, the embedded room server
                        Keys:      default (empty: generated at the start), main (given)
                        Rooms:
                          Lobby: as "Music Bot", key default, prefix !, volume 100 %, autoplay nothing
                          Radio: as "DJ", key main, prefix ?, volume 40 %, autoplay http://radio.example/live
                        Library:   /home/bot/music
                        Addresses: public ones, and nas.home, 10.0.0.0/8
                        Page:      on 127.0.0.1, http on port 8080, https on port 4433, sound on a free port
                        Storage:   /home/bot/odin-bot.db
                        Plugins:   /home/bot/plugins: dice.jar, music.jar
                        """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void check_ofAnEmptyConfig_saysWhatIsNotThere() throws IOException {
        file("elsewhere/empty.yml", "local-server: {port: 0, tls-port: 0}\naudio: {http: {enabled: false}}\n");

        assertThat(run("--check", "--config", folder + "/elsewhere/empty.yml")).isZero();
        assertThat(out.toString().replace(folder.toString(), "/home/bot")).isEqualTo("""
                        Config:    /home/bot/elsewhere/empty.yml
                        Gateway:   local, the embedded room server
                        Keys:      default (empty: generated at the start)
                        Rooms:     none, just the local server
                        Library:   /home/bot/elsewhere/music (not there: nothing can be played by name)
                        Addresses: not played
                        Page:      on 127.0.0.1, http on a free port, no https, sound on a free port
                        Storage:   /home/bot/elsewhere/odin-bot.db
                        Plugins:   /home/bot/elsewhere/plugins (not there: no commands)
                        """);
    }

    @Test
    void config_atFault_isReportedOnStderrWithExitCode2() throws IOException {
        file("config.yml", "rooms:\n  - id: A\n    volume: 200\nbotx: 1\n");

        assertThat(run()).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().replace(folder.toString(), "/home/bot")).isEqualTo("""
                        /home/bot/config.yml:3:13: rooms[0].volume: found 200, which is out of range. Write a whole number from 0 to 150.
                        /home/bot/config.yml:4:1: botx: unknown key. Did you mean bot?
                        """);
    }

    @Test
    void config_missing_isReportedWithExitCode2() {
        assertThat(run("--config", "/nowhere/c.yml")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("/nowhere/c.yml: there is no such file. Name an existing one with --config.\n");
    }

    @Test
    void option_unknown_isReportedInOneLineWithExitCode2() {
        assertThat(run("--confg", "x")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualTo("odin-bot: Unknown options: '--confg', 'x'. Try odin-bot --help.\n");
    }

    @Test
    void help_namesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .startsWith("Usage: odin-bot [-hV] [--check] [--new-key] [--config=FILE]")
                .contains("--help", "--version", "--check", "--new-key");
    }

    @Test
    void newKey_printsAKeyThatIsOne() {
        assertThat(run("--new-key")).isZero();
        assertThat(AccessKey.parse(out.toString().strip())).isInstanceOf(AccessKey.Parsed.Valid.class);
    }

    @Test
    void version_isPrinted() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("odin-bot ");
    }
}

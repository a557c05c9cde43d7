package dev.odinbot.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {

    @TempDir
    Path folder;

    private Library library;

    @BeforeEach
    void fill() throws IOException {
        Path root = Files.createDirectories(folder.resolve("music"));
        for (String name : new String[] {
            "demo.wav",
            "Démo Song (live).mp3",
            "Beatles/Yesterday.flac",
            "Beatles/Help!.flac",
            "Motörhead - Ace of Spades.ogg",
            "AC-DC - Thunderstruck.mp3",
            "notes.txt",
            ".hidden.mp3",
            ".git/secret.mp3",
            "Straße.opus",
        }) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.createFile(root.resolve(name));
        }
        Files.createFile(folder.resolve("outside.mp3"));
        Files.createSymbolicLink(root.resolve("out.mp3"), folder.resolve("outside.mp3"));
        Files.createSymbolicLink(root.resolve("outdir"), folder);
        Files.createSymbolicLink(root.resolve("alias.wav"), root.resolve("demo.wav"));
        library = new Library(root);
    }

    @ParameterizedTest
    @CsvSource({
        "demo.wav, demo.wav",
        "DEMO, demo.wav",
        "Beatles/Help!.flac, Beatles/Help!.flac",
        "yesterday.mp3, Beatles/Yesterday.flac",
        "beatles yesterday, Beatles/Yesterday.flac",
        "yesterday beatles, Beatles/Yesterday.flac",
        "demosong live, Démo Song (live).mp3",
        "demo s, Démo Song (live).mp3",
        "motorhead, Motörhead - Ace of Spades.ogg",
        "spades ace, Motörhead - Ace of Spades.ogg",
        "acdc, AC-DC - Thunderstruck.mp3",
        "ac/dc thunder, AC-DC - Thunderstruck.mp3",
        "thundrestruck, AC-DC - Thunderstruck.mp3",
        "yesterdya, Beatles/Yesterday.flac",
        "motorhaed ace, Motörhead - Ace of Spades.ogg",
        "strasse, Straße.opus",
        "b, Beatles/Help!.flac",
        "Beatles, Beatles/Help!.flac",
        "de, demo.wav",
        "alias.wav, alias.wav",
        "notes.txt, notes.txt",
    })
    void find_aName_isTheFileMeant(String name, String file) throws Exception {
        assertThat(library.find(name).map(library::relative)).contains(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "???",
                "no such song",
                "notes",
                ".hidden.mp3",
                "hidden",
                ".git/secret.mp3",
                "secret",
                "outside",
                "\u0000"
            })
    void find_nothingLikeIt_isEmpty(String name) throws Exception {
        assertThat(library.find(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.mp3",
                "..",
                "Beatles/../../outside.mp3",
                "/etc/passwd",
                "out.mp3",
                "outdir/outside.mp3"
            })
    void find_outsideTheLibrary_isRefused(String name) {
        assertThatThrownBy(() -> library.find(name)).isInstanceOf(OutsideLibraryException.class);
    }

    @Test
    void find_withoutALibraryFolder_isEmpty() throws Exception {
        assertThat(new Library(folder.resolve("nowhere")).find("demo")).isEmpty();
    }
}

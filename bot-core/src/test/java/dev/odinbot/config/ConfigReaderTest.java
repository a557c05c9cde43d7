package dev.odinbot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.odinbot.config.Zoo.Aviary;
import dev.odinbot.config.Zoo.Cage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    private static final String SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I=";

    private final ConfigReader reader = new ConfigReader(Map.of("PORT", "9000", "EMPTY", "", "KEY", SECRET));

    private Zoo read(String... lines) {
        return reader.read("zoo.yml", String.join("\n", lines) + "\n", Zoo.class);
    }

    private String faults(String... lines) {
        return catchThrowableOfType(ConfigException.class, () -> read(lines)).getMessage();
    }

    @Test
    void file_onlyRequiredKeys_everythingElseTakesItsDefault() {
        Zoo zoo = read("name: Berlin");

        assertThat(zoo.gates()).isEqualTo(3);
        assertThat(zoo.open()).isTrue();
        assertThat(zoo.price()).isEqualTo(1.5);
        assertThat(zoo.star()).isEqualTo(Zoo.Guest.BIG_CAT);
        assertThat(zoo.loudness()).isEmpty();
        assertThat(zoo.days()).containsExactly(1, 2);
        assertThat(zoo.cages()).isEmpty();
        assertThat(zoo.keys()).isEqualTo(Map.of("default", ""));
        assertThat(zoo.shop()).isEqualTo(new Zoo.Shop("gifts", 8080));
        assertThat(zoo.annexes().folder()).isEqualTo("annex");
    }

    @Test
    void file_everyKey_isBound() {
        Zoo zoo = read(
                "name: 0123",
                "gates: 9",
                "open: false",
                "price: 2",
                "star: elephant",
                "loudness: 150",
                "days: [0, 10]",
                "cages:",
                "  - {id: a, lions: 4}",
                "  - id: b",
                "keys: {main: x, other: \"\"}",
                "shop:",
                "  till-port: 0",
                "annexes:",
                "  folder: out",
                "  aviary: {birds: 12}");

        assertThat(zoo.name()).as("a number is a fine text").isEqualTo("0123");
        assertThat(zoo.gates()).isEqualTo(9);
        assertThat(zoo.open()).isFalse();
        assertThat(zoo.price()).isEqualTo(2.0);
        assertThat(zoo.star()).isEqualTo(Zoo.Guest.ELEPHANT);
        assertThat(zoo.loudness()).contains(150);
        assertThat(zoo.days()).containsExactly(0, 10);
        assertThat(zoo.cages()).containsExactly(new Cage("a", 4), new Cage("b", 1));
        assertThat(zoo.keys()).isEqualTo(Map.of("main", "x", "other", ""));
        assertThat(zoo.shop()).isEqualTo(new Zoo.Shop("gifts", 0));
        assertThat(zoo.annexes().sections().get("aviary").as(Aviary.class)).isEqualTo(new Aviary(12, "blue"));
    }

    @Test
    void sections_withNothingInThem_takeTheirDefaults() {
        Zoo zoo = read("name: x", "cages:", "keys:", "shop:", "  # all commented out", "annexes:", "  aviary:");

        assertThat(zoo.cages()).isEmpty();
        assertThat(zoo.shop()).isEqualTo(new Zoo.Shop("gifts", 8080));
        assertThat(zoo.annexes().sections().get("aviary").as(Aviary.class)).isEqualTo(new Aviary(7, "blue"));
        assertThat(Section.empty().as(Aviary.class)).isEqualTo(new Aviary(7, "blue"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a ${PORT} b         | a 9000 b
                    ${NONE:-}           | ''
                    ${NONE:-x y}        | x y
                    ${EMPTY:-full}      | full
                    ${EMPTY}            | ''
                    ${PORT:-1}${PORT}   | 90009000
                    $${PORT}            | ${PORT}
                    $PORT $ $$          | $PORT $ $$
                    """)
    void variables_inAText_areReplaced(String written, String value) {
        assertThat(read("name: x", "keys:", "  k: " + written).keys()).containsEntry("k", value);
    }

    @Test
    void variables_whereANumberIsExpected_areReadAsNumber() {
        assertThat(read("name: x", "shop: {till-port: \"${PORT}\"}").shop().tillPort())
                .isEqualTo(9000);
        assertThat(read("name: x", "gates: ${NONE:-4}").gates()).isEqualTo(4);
        assertThat(read("name: x", "open: ${NONE:-false}").open()).isFalse();
    }

    @Test
    void faults_ofAVeryBrokenFile_areAllReportedAtOnce() throws IOException {
        String file = resource("very-broken.yml");
        ConfigException e =
                catchThrowableOfType(ConfigException.class, () -> reader.read("very-broken.yml", file, Zoo.class));

        assertThat(e.getMessage() + "\n").isEqualTo(resource("very-broken.txt")).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'name: x\n\tgates: 1'      | 2:1: a tab in the indentation. Indent with spaces.
                    'name: "x'                 | 1:7: this quote is never closed. Add the closing quote.
                    'name: a: b'               | 1:8: a second ": " in this value, or the wrong indentation. Put a value that contains ": " in quotes, and indent the keys of a section alike.
                    'days: [1, ${PORT}]'       | 1:12: a list or section in brackets is not closed or not separated by commas here. Close the bracket; inside brackets put ${VARIABLES} in quotes.
                    'name: *'                  | 1:8: a value cannot begin like this. Put a value that begins with one of * & ! % @ ` in quotes.
                    'name: @x'                 | 1:7: a value cannot begin like this. Put a value that begins with one of * & ! % @ ` in quotes.
                    'name: *x'                 | 1:7: name: a value that begins with * refers to another one, which is not supported. Put the value in quotes, or write it out.
                    'name: "\\q"'              | 1:9: an unknown escape. Write \\\\ for a backslash, or use single quotes.
                    '- 1\nname: x'             | 2:1: this does not fit what is above it. Indent the keys of a section alike, and begin every element of a list with "- ".
                    '? [a]\n: b'               | 1:4: this is not YAML. Look for control characters, or a list or section in place of a key.
                    'hello'                    | 1:1: expected keys and values, found the text "hello". Write for instance "rooms: []".
                    'name: x\n---\nname: y'    | 3:1: a second document begins here. Remove the line --- and what follows.
                    """)
    void syntax_broken_isSaidInPlainWords(String text, String fault) {
        assertThat(faults(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isEqualTo("zoo.yml:" + fault.replace("\\\\\\\\", "\\\\"));
    }

    @Test
    void syntax_nestedTooDeeply_isAFaultLikeAnyOther() {
        assertThatThrownBy(() -> new ConfigReader(Map.of()).read("c.yml", "a: " + "[".repeat(5000), Zoo.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the nesting is too deep");
    }

    @Test
    void syntax_brokenOnALineWithASecret_doesNotShowIt() {
        assertThat(faults("keys:", "  default: " + SECRET + ": x")).doesNotContain(SECRET);
        assertThat(faults("keys: [" + SECRET)).doesNotContain(SECRET);
        assertThat(faults("keys: {" + SECRET + "}")).doesNotContain(SECRET);
        assertThat(faults(SECRET + ": 1")).doesNotContain(SECRET);
        assertThat(faults("name: x", "gates: ${KEY}")).doesNotContain(SECRET);
        assertThat(faults("name: x", "gates: " + SECRET)).doesNotContain(SECRET);
        assertThat(faults("name: x", "annexes: {a: \"${KEY}\"}")).doesNotContain(SECRET);
    }

    @Test
    void sections_boundLater_reportTheirFaultsWithTheSamePlaces() {
        Section section = read("name: x", "annexes:", "  aviary:", "    birds: 100", "    color: red")
                .annexes()
                .sections()
                .get("aviary");

        assertThatThrownBy(() -> section.as(Aviary.class)).hasMessage("""
                        zoo.yml:4:12: annexes.aviary.birds: found 100, which is out of range. Write a whole number from 0 to 99.
                        zoo.yml:5:5: annexes.aviary.color: unknown key. Did you mean colour?""");
    }

    @Test
    void recordThatRefusesItsValues_isReportedAsAFault() {
        record Pair(int low, int high) {
            Pair {
                if (low > high) {
                    throw new IllegalArgumentException("low is above high");
                }
            }
        }

        assertThatThrownBy(() -> reader.read("p.yml", "low: 2\nhigh: 1\n", Pair.class))
                .hasMessage("p.yml:1:1: low is above high. Change the section accordingly.");
    }

    @Test
    void text_empty_isAllDefaults() {
        assertThat(reader.read("a.yml", "", Aviary.class)).isEqualTo(new Aviary(7, "blue"));
        assertThat(reader.read("a.yml", "# nothing\n", Aviary.class)).isEqualTo(new Aviary(7, "blue"));
    }

    @Test
    void file_withByteOrderMark_isRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yml"), "\uFEFFbirds: 1\n");

        assertThat(reader.read(file, Aviary.class).birds()).isEqualTo(1);
    }

    @Test
    void file_thatCannotBeRead_isAFault(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("binary.yml"), new byte[] {'a', (byte) 0xC3, 0x28});
        Path large = Files.write(folder.resolve("large.yml"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> reader.read(folder.resolve("none.yml"), Aviary.class))
                .hasMessage(folder + "/none.yml: there is no such file. Name an existing one with --config.");
        assertThatThrownBy(() -> reader.read(folder, Aviary.class))
                .hasMessage(folder + ": the file cannot be read. It is a folder: name a file.");
        assertThatThrownBy(() -> reader.read(binary, Aviary.class))
                .hasMessage(binary + ": the file is not UTF-8 text. Save it as UTF-8.");
        assertThatThrownBy(() -> reader.read(large, Aviary.class))
                .hasMessage(large + ": the file is larger than 1 MB. Name the right file.");
    }

    @Test
    void sections_inText_doNotShowTheirValues() {
        Zoo zoo = read("name: x", "annexes: {mail: {password: \"${KEY}\"}}");

        assertThat(zoo.annexes().toString()).doesNotContain(SECRET).contains("mail");
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = ConfigReaderTest.class.getResourceAsStream(name)) {
            return new String(List.of(stream).get(0).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

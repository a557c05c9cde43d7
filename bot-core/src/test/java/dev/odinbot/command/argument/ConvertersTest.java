package dev.odinbot.command.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.api.Between;
import dev.odinbot.api.audio.Position;
import dev.odinbot.api.command.BetweenDecimals;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.command.OneOf;
import dev.odinbot.api.command.Percent;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.testing.GoldenFile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConvertersTest {

    private enum Mode {
        ONE,
        ALL_OF_THEM
    }

    private record Dice(int sides) {}

    @SuppressWarnings("unused") // only what they declare matters
    private static final class Types {
        @Command("a <text>")
        void text(String text) {}

        @Command("a <title>")
        void rest(@Rest String title) {}

        @Command("a <word>")
        void oneOf(@OneOf({"Rock", "drum_and_bass"}) String word) {}

        @Command("a <count>")
        void integer(int count) {}

        @Command("a <count>")
        void integerBetween(@Between(min = 1, max = 10) int count) {}

        @Command("a <count>")
        void integerFrom(@Between(min = 1) int count) {}

        @Command("a <count>")
        void wide(long count) {}

        @Command("a <speed>")
        void decimal(double speed) {}

        @Command("a <speed>")
        void decimalBetween(@BetweenDecimals(min = 0.5, max = 2) double speed) {}

        @Command("a <speed>")
        void decimalTo(@BetweenDecimals(max = 2) double speed) {}

        @Command("a <loop>")
        void truth(boolean loop) {}

        @Command("a <mode>")
        void enumeration(Mode mode) {}

        @Command("a <time>")
        void duration(Duration time) {}

        @Command("a <position>")
        void position(Position position) {}

        @Command("a <volume>")
        void percent(@Between(max = 150) Percent volume) {}

        @Command("a <share>")
        void percentUnbounded(Percent share) {}

        @Command("a <address>")
        void url(URI address) {}

        @Command("a <who>")
        void peer(Peer who) {}

        @Command("a <user>")
        void user(UserId user) {}

        @Command("a <dice>")
        void own(Dice dice) {}
    }

    private static final Map<String, List<String>> TYPED = new TreeMap<>(Map.ofEntries(
            Map.entry("text", List.of("word", "\"two words\"", "\"\"", "two words", "", "\"open", "--dash")),
            Map.entry("rest", List.of("two  \"words\" ", "--dash \\o/", "")),
            Map.entry("oneOf", List.of("rock", "ROCK", "drum_and_bass", "Drum-And-Bass", "jazz", "\"x\u202e\ny\"")),
            Map.entry(
                    "integer", List.of("7", "-7", "+7", "007", "2147483647", "2147483648", "-2147483649", "1.5", "x")),
            Map.entry("integerBetween", List.of("1", "10", "0", "11", "9".repeat(60), "1e3", "٣")),
            Map.entry("integerFrom", List.of("1", "0", "-9999999999999999999999")),
            Map.entry("wide", List.of("9223372036854775807", "-9223372036854775808", "9223372036854775808")),
            Map.entry("decimal", List.of("1", "-1.5", "+.5", "2,5", "1e5", ".", "1.2.3", "NaN", "5.")),
            Map.entry("decimalBetween", List.of("0.5", "2.0", "2.01", "0,49", "fast")),
            Map.entry("decimalTo", List.of("-1000000", "2.5")),
            Map.entry(
                    "truth",
                    List.of(
                            "yes",
                            "YES",
                            "y",
                            "true",
                            "t",
                            "on",
                            "1",
                            "enable",
                            "enabled",
                            "ja",
                            "j",
                            "an",
                            "ein",
                            "wahr",
                            "no",
                            "n",
                            "false",
                            "f",
                            "off",
                            "0",
                            "disable",
                            "disabled",
                            "nein",
                            "aus",
                            "falsch",
                            "maybe",
                            "2")),
            Map.entry("enumeration", List.of("one", "One", "all-of-them", "ALL_OF_THEM", "all", "two")),
            Map.entry(
                    "duration",
                    List.of(
                            "90",
                            "0",
                            "1:30",
                            "01:30",
                            "90:00",
                            "1:02:03",
                            "15s",
                            "2h",
                            "1h30m",
                            "1H30M5S",
                            "2d",
                            "1d12h",
                            "1:3",
                            "1:60",
                            "1:60:00",
                            "1:",
                            ":30",
                            "1:2:3:4",
                            "30m1h",
                            "5m5m",
                            "1h30",
                            "h",
                            "-5",
                            "+5",
                            "5x",
                            "9999999999",
                            "1.5h",
                            "soon")),
            Map.entry("position", List.of("1:30", "90", "+15s", "-15s", "-1:00", "+", "-", "--5", "+-5", "end")),
            Map.entry("percent", List.of("80", "80%", "\"80 %\"", "0", "150%", "151", "-1", "%", "80%%", "loud")),
            Map.entry("percentUnbounded", List.of("0%", "1000", "-1%")),
            Map.entry(
                    "url",
                    List.of(
                            "https://example.org/a?b=c#d",
                            "HTTP://example.org",
                            "http://127.0.0.1:8080/",
                            "ftp://x.org",
                            "example.org",
                            "https://",
                            "https:///x",
                            "file:///etc/passwd",
                            "javascript:alert(1)",
                            "\"https://x.org/a b\"")),
            Map.entry(
                    "peer",
                    List.of(
                            "bert",
                            "Bert",
                            "BERT",
                            "@bert",
                            "cla",
                            "u-clara",
                            "2",
                            "an",
                            "Anna",
                            "anna",
                            "\"dora the",
                            "\"Dora the Explorer\"",
                            "dora",
                            "zoe",
                            "\"\"",
                            "@",
                            "\"   \"",
                            "99")),
            Map.entry(
                    "user",
                    List.of(
                            "bert",
                            "cla",
                            "u-clara",
                            "u-nobody",
                            "an",
                            "somebody-else",
                            "id:cla",
                            "ID:u-clara",
                            "id:",
                            "\"id: \"",
                            "\"\"",
                            "@x")),
            Map.entry("own", List.of("d6", "6"))));

    @Test
    void bind_everyType_convertsOrNamesTheArgument() {
        StringBuilder transcript = new StringBuilder();
        TYPED.forEach((method, lines) -> {
            Declared declared = declared(method);
            transcript
                    .append(method)
                    .append(": ")
                    .append(declared.signature.usage())
                    .append('\n');
            for (String line : lines) {
                String english = declared.answer(line, Locale.ENGLISH);
                String german = declared.answer(line, Locale.GERMAN);
                transcript.append("> ").append(line.replaceAll("\\p{C}", "?")).append('\n');
                transcript.append("  ").append(english).append('\n');
                transcript.append(german.equals(english) ? "" : "  " + german + "\n");
            }
        });

        GoldenFile.assertMatches(getClass(), "converters.txt", transcript.toString());
    }

    private static Declared declared(String method) {
        OwnConverters own = new OwnConverters(Declared.CORE);
        own.add(Dice.class, new Converter<>() {
            @Override
            public Conversion<Dice> convert(String text, Call call) {
                return text.equals("d6")
                        ? Conversion.of(new Dice(6))
                        : Conversion.refused(
                                Text.of(text + " is no die, " + call.sender().displayName() + "."));
            }

            @Override
            public List<String> suggestions(Call call) {
                return List.of("d6", "d20");
            }
        });
        Declared declared = new Declared(Types.class, method, own);
        for (String name : List.of("anna", "bert", "Clara", "Anna", "Dora the Explorer")) {
            declared.room.peer(name, name.equals("Clara") ? "u-clara" : name + "-id");
        }
        return declared;
    }

    @Test
    void suggestions_ofOwnTypesOnly_areThoseOfTheConverter() {
        Declared own = declared("own");
        Declared peer = declared("peer");

        assertThat(own.arguments.suggestions(own.call())).contains(List.of("d6", "d20"));
        assertThat(peer.arguments.suggestions(peer.call())).allMatch(List::isEmpty);
    }

    private static <T> void addAnother(OwnConverters own, Class<T> type) {
        own.add(type, (text, call) -> Conversion.refused(Text.of("")));
    }

    @Test
    void add_typeWithConverter_isRefused() {
        OwnConverters own = new OwnConverters(Declared.CORE);
        own.add(Dice.class, (text, call) -> Conversion.of(new Dice(1)));

        for (Class<?> type : List.of(Dice.class, String.class, int.class, Mode.class, Duration.class)) {
            assertThatThrownBy(() -> addAnother(own, type))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(type.getName() + " has a converter already");
        }
    }
}

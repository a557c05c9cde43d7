package dev.odinbot.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.testing.FakeRoom;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the guide shows is compiled, and what its transcripts say is what is said. */
class GuideTest {

    /** What is started in the room of a transcript, by the name in the comment above it. */
    private static final Map<String, Stage> STAGES = Map.ofEntries(
            Map.entry("dice", room -> room.register("dice", new RollCommand(new Random(4)))),
            Map.entry("arguments", room -> room.register("guide", new ArgumentCommands())),
            Map.entry("lamp", room -> room.start("lamp", LampPlugin.class)),
            Map.entry("requirements", room -> room.register("guide", new RequirementCommands(room.store("guide")))),
            Map.entry("doorman", room -> room.register("doorman", new Doorman())),
            Map.entry("jukebox", room -> room.register("jukebox", new Jukebox())),
            Map.entry("quotes", room -> room.start("quotes", QuotesPlugin.class)),
            Map.entry("tally", room -> room.register("tally", new Tally(room.store("tally")))));

    private interface Stage {
        void prepare(FakeRoom room) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> code_isCompiledAsItIsShown() throws IOException {
        List<String> regions = ShownCode.regions();
        return Guide.read().blocks("java").stream()
                .map(block -> DynamicTest.dynamicTest(
                        "line " + block.line(),
                        () -> assertThat(regions)
                                .as("a marked part of the sources with the block at line %d", block.line())
                                .anyMatch(region -> region.contains(ShownCode.normalised(block.text())))));
    }

    @TestFactory
    Stream<DynamicTest> transcript_isWhatIsSaid() throws IOException {
        return Guide.read().blocks("text").stream()
                .filter(block -> block.name().isPresent())
                .map(block -> DynamicTest.dynamicTest(block.name().get() + ", line " + block.line(), () -> {
                    FakeRoom room = new FakeRoom();
                    STAGES.get(block.name().get()).prepare(room);

                    Guide.assertSays(block.text(), new Scene(room).play(block.text()));
                }));
    }

    /** A row has the parameter, what it takes, a line that fits and its answer, one that does not and its answer. */
    @TestFactory
    Stream<DynamicTest> converter_takesAndRefusesWhatItsRowSays() throws IOException {
        return Guide.read().table("converters").stream()
                .map(row -> DynamicTest.dynamicTest(row.cells().get(0), () -> {
                    FakeRoom room = new FakeRoom();
                    room.register("guide", new ArgumentCommands());
                    room.peer("Anna");
                    room.peer("Ben");
                    List<String> cells = row.cells();

                    String good = answer(room, cells.get(2));
                    String bad = answer(room, cells.get(4));

                    Guide.assertSays(
                            row.line(),
                            "| %s | %s | %s | `%s` | %s | `%s` |"
                                    .formatted(cells.get(0), cells.get(1), cells.get(2), good, cells.get(4), bad));
                }));
    }

    private static String answer(FakeRoom room, String cell) {
        room.peer("Anna").says(cell.replace("`", ""));
        return room.lastReply().replace("\n", " ");
    }

    @Test
    void transcripts_andTable_areThere() throws IOException {
        Guide guide = Guide.read();

        assertThat(guide.blocks("java")).hasSizeGreaterThan(15);
        assertThat(guide.table("converters")).hasSizeGreaterThan(12);
        assertThat(new TreeSet<>(guide.blocks("text").stream()
                        .flatMap(block -> block.name().stream())
                        .toList()))
                .isEqualTo(new TreeSet<>(STAGES.keySet()));
    }
}

package dev.odinbot.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The guide's text, taken apart. */
final class Guide {

    private static final Path FILE = Path.of("../docs/plugin-guide.md");

    /** A comment that says what belongs to the block or table below it, then the block. */
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (\\S+) -->\\n)?^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern ROW = Pattern.compile("^\\|(.*)\\|$", Pattern.MULTILINE);

    /**
     * @param name from the comment above it
     * @param line where it begins, from 1
     */
    record Block(Optional<String> name, String kind, String text, int line) {}

    /** @param line all of it */
    record Row(String line, List<String> cells) {}

    /** Given with {@code -Dguide.write=true}: what the bot says is written into the guide, to be read before it is committed. */
    private static final boolean WRITE = Boolean.getBoolean("guide.write");

    private final String text;

    private Guide(String text) {
        this.text = text;
    }

    static Guide read() throws IOException {
        return new Guide(Files.readString(FILE));
    }

    List<Block> blocks(String kind) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(2).equals(kind)) {
                int line = (int) text.substring(0, matcher.start(3)).lines().count() + 1;
                blocks.add(new Block(Optional.ofNullable(matcher.group(1)), kind, matcher.group(3), line));
            }
        }
        return blocks;
    }

    /** The cells of the table below the comment with that name, without its head. */
    List<Row> table(String name) {
        String from = text.substring(text.indexOf("<!-- " + name + " -->\n"));
        String table = from.substring(0, from.indexOf("\n\n", from.indexOf("|")));
        List<Row> rows = new ArrayList<>();
        Matcher matcher = ROW.matcher(table);
        while (matcher.find()) {
            rows.add(new Row(matcher.group(), List.of(matcher.group(1).strip().split("\\s*\\|\\s*"))));
        }
        return rows.subList(2, rows.size());
    }

    /** That the guide says {@code shown} where {@code played} is what happens; or makes it say so. */
    static void assertSays(String shown, String played) throws IOException {
        if (WRITE) {
            String all = Files.readString(FILE);
            assertThat(all).containsOnlyOnce(shown);
            Files.writeString(FILE, all.replace(shown, played));
        } else {
            assertThat(shown).isEqualTo(played);
        }
    }
}

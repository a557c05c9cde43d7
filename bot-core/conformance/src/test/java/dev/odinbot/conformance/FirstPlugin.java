package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the plugin guide's first chapter tells its reader to do, taken from its text. */
final class FirstPlugin {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** What the reader types, and what comes then: lines behind the first are indented. */
    private static final Pattern EXCHANGE =
            Pattern.compile("^Anna: (.*)\\nbot: (.*(?:\\n     .*)*)$", Pattern.MULTILINE);

    /** @param answer with a pattern in the place of what the dice show */
    record Exchange(String line, Pattern answer) {}

    private final String chapter;

    private FirstPlugin(String chapter) {
        this.chapter = chapter;
    }

    static FirstPlugin in(Path guide) throws IOException {
        String text = Files.readString(guide);
        int begin = text.indexOf("\n## Your first plugin");
        return new FirstPlugin(text.substring(begin, text.indexOf("\n## ", begin + 1)));
    }

    /** Steps 3, 4, 5 and 7, in the module that step 2 has made. */
    void writeInto(Path module) throws IOException {
        List<String> java = blocks("java");
        List<String> sentences = blocks("properties");
        assertThat(java).as("command, registration, test").hasSize(3);
        assertThat(sentences).as("English, German").hasSize(2);
        Path sources = module.resolve("src/main/java/dev/odinbot/plugins/dice");
        Files.writeString(sources.resolve("RollCommand.java"), "package dev.odinbot.plugins.dice;\n\n" + java.get(0));
        append(module.resolve("src/main/resources/messages.properties"), sentences.get(0));
        append(module.resolve("src/main/resources/messages_de.properties"), sentences.get(1));
        Path plugin = sources.resolve("DicePlugin.java");
        String registered = Files.readString(plugin).replaceFirst("(?m)^    }$", indented(java.get(1), 8) + "    }");
        Files.writeString(
                plugin, registered.replace("api.PluginContext;\n", "api.PluginContext;\nimport java.util.Random;\n"));
        Path test = module.resolve("src/test/java/dev/odinbot/plugins/dice/DicePluginTest.java");
        String tests = Files.readString(test).stripTrailing();
        Files.writeString(test, tests.substring(0, tests.length() - 1) + "\n" + indented(java.get(2), 4) + "}\n");
    }

    /** As an editor does: empty lines stay empty. */
    private static String indented(String code, int blanks) {
        return code.indent(blanks).replaceAll("(?m)^ +$", "");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    /** Step 6. */
    List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        Matcher matcher = EXCHANGE.matcher(blocks("text").get(0));
        while (matcher.find()) {
            String answer = matcher.group(2).replace("\n     ", "\n");
            Pattern pattern = Pattern.compile(
                    answer.contains(" rolls ")
                            ? Pattern.quote(answer.replaceFirst("\\d+$", "")) + "\\d+"
                            : Pattern.quote(answer));
            exchanges.add(new Exchange(matcher.group(1), pattern));
        }
        return exchanges;
    }

    private List<String> blocks(String kind) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(chapter);
        while (matcher.find()) {
            if (matcher.group(1).equals(kind)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }
}

package dev.odinbot.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The code that the guide may show: marked parts of what is compiled here, and what new-plugin writes, which NewPluginIT builds. */
final class ShownCode {

    private static final Pattern REGION = Pattern.compile("// guide: \\S+\\n(.*?)// end\\n", Pattern.DOTALL);

    private ShownCode() {}

    /** All of it, without differences of white space. */
    static List<String> regions() throws IOException {
        List<String> regions = new ArrayList<>();
        for (Path file : files(Path.of("src"))) {
            Matcher matcher = REGION.matcher(Files.readString(file));
            while (matcher.find()) {
                regions.add(normalised(matcher.group(1)));
            }
        }
        for (Path file : files(Path.of("../src/main/plugin-template"))) {
            regions.add(normalised(Files.readString(file)
                    .replace("@id@", "dice")
                    .replace("@Name@", "Dice")
                    .replace("@package@", "dev.odinbot.plugins.dice")));
        }
        return regions;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    static String normalised(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}

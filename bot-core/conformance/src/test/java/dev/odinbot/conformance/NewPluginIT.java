package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.bot.RunningBot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts/new-plugin writes builds as it is, passes its own tests, and runs in the bot. */
class NewPluginIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** That the kit's sound needs no more than what the project names. */
    private static final String GONG_TEST = """
            package com.example.coin;

            import static dev.odinbot.testing.TestKit.assertThat;

            import dev.odinbot.testing.FakeRoom;
            import dev.odinbot.testing.Sound;
            import java.time.Duration;
            import java.util.Optional;
            import org.junit.jupiter.api.Test;

            class GongTest {
                @Test
                void gong_isHeard() {
                    FakeRoom room = new FakeRoom();
                    room.player().sounds("gong", Sound.tone(440, 0.5, Duration.ofSeconds(3)));
                    room.player().play("gong", Optional.empty());
                    room.elapse(Duration.ofSeconds(2));
                    assertThat(room).heard(Duration.ofSeconds(2)).heardTone(440, 0.5);
                }
            }
            """;

    @TempDir
    static Path folder;

    private static Path checkout;
    private static Maven maven;

    /** A copy of what of this checkout matters to a plugin's module: not of the bot, whose artifacts are installed. */
    @BeforeAll
    static void install() throws IOException {
        Path root = Path.of("../..").toRealPath();
        checkout = folder.resolve("checkout");
        for (String part : List.of("pom.xml", "config.yml", ".mvn", "scripts", "bot-plugins/pom.xml")) {
            copy(root, part);
        }
        copy(root, "bot-core/src/main/plugin-template");
        copy(root, "bot-plugins/music/pom.xml");
        // Where the names of commands are found that are taken.
        copy(root, "bot-core/src/main/java/dev/odinbot/command");
        copy(root, "bot-plugins/music/src/main/java");
        copy(root, "bot-plugins/admin/src/main/java");
        maven = Maven.withInstalledBot(root, folder.resolve("repository"));
    }

    @AfterAll
    static void forget() throws IOException {
        maven.close();
    }

    private static void copy(Path root, String part) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = checkout.resolve(root.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void project_outsideTheRepository_isBuiltAndRuns() throws Exception {
        Path project = folder.resolve("elsewhere/coin");
        Programs.Result result = newPlugin("--standalone", project.toString(), "coin");
        assertThat(result.exit()).as(result.said()).isZero();

        Files.writeString(project.resolve("src/test/java/com/example/coin/GongTest.java"), GONG_TEST);

        maven.packageIn(project);

        assertThat(surefireReports(project)).anyMatch(report -> report.endsWith("com.example.coin.GongTest.txt"));
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.copy(project.resolve("target/coin.jar"), plugins.resolve("coin.jar"));
        try (RunningBot bot = RunningBot.start(config(plugins, "coin: {greeting: Good day}"));
                RoomVisitor visitor = RoomVisitor.join(bot, "anna")) {
            visitor.says("!coin Ben");
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(visitor.hears()).anyMatch(line -> line.startsWith("Good day, Ben!")));
        }
    }

    @Test
    void module_inTheRepository_passesTheGatesAndIsLoadedByTheRunningBot() throws Exception {
        Programs.Result result = newPlugin("word-games");
        assertThat(result.exit()).as(result.said()).isZero();
        assertThat(checkout.resolve("bot-plugins/pom.xml")).content().contains("<module>word-games</module>");
        assertThat(checkout.resolve("config.yml")).content().contains("  # word-games:\n");
        Path plugins = checkout.resolve("target/odin-bot/plugins");
        Files.createDirectories(plugins);
        try (RunningBot bot = RunningBot.start(config(plugins, "watch: true"));
                RoomVisitor visitor = RoomVisitor.join(bot, "anna")) {

            maven.packageIn(checkout.resolve("bot-plugins/word-games"));

            assertThat(plugins.resolve("word-games.jar")).isRegularFile();
            await().atMost(SOON).untilAsserted(() -> {
                visitor.says("!word-games");
                assertThat(visitor.hears()).anyMatch(line -> line.startsWith("Hello, anna!"));
            });
        }
    }

    @Test
    void guidesFirstPlugin_followedStepByStep_answersAsTheGuideSays() throws Exception {
        FirstPlugin guide = FirstPlugin.in(Path.of("../docs/plugin-guide.md"));
        Programs.Result result = newPlugin("dice");
        assertThat(result.exit()).as(result.said()).isZero();
        Path module = checkout.resolve("bot-plugins/dice");
        guide.writeInto(module);
        Path plugins = Files.createDirectories(folder.resolve("dice-plugins"));

        maven.packageIn(module);

        Files.copy(checkout.resolve("target/odin-bot/plugins/dice.jar"), plugins.resolve("dice.jar"));
        try (RunningBot bot = RunningBot.start(config(plugins, "dice: {}"));
                RoomVisitor anna = RoomVisitor.join(bot, "Anna")) {
            assertThat(guide.exchanges()).hasSize(5);
            for (FirstPlugin.Exchange exchange : guide.exchanges()) {
                int before = anna.hears().size();
                anna.says(exchange.line());
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(anna.hears()).hasSizeGreaterThan(before));
                assertThat(anna.hears().get(before)).matches(exchange.answer());
            }
        }
    }

    @Test
    void testKit_holdsItsPackageAndWhatThatNeeds() throws Exception {
        String name = "bot-core-" + System.getProperty("odinbot.version") + "-tests.jar";
        try (JarFile kit = new JarFile(Path.of("../target").resolve(name).toFile())) {
            List<String> classes = kit.stream()
                    .map(ZipEntry::getName)
                    .filter(entry -> entry.endsWith(".class"))
                    .toList();

            assertThat(classes).contains("dev/odinbot/testing/FakeRoom.class", "dev/odinbot/testing/Sound.class");
            assertThat(classes)
                    .allMatch(entry -> entry.matches("dev/odinbot/(testing/\\w+|\\w+/(Kit|RunningBot))\\S*"))
                    .noneMatch(entry -> entry.matches("\\S+Test(\\$\\w+)?\\.class"))
                    .noneMatch(entry -> entry.matches("dev/odinbot/testing/\\w+/\\S+"));
        }
    }

    @Test
    void name_badOrTaken_isRefusedAndNothingChanges() throws Exception {
        Map<String, Integer> before = contents();

        List<String> said = new ArrayList<>();
        for (String name : List.of(
                "Dice",
                "dice game",
                "../dice",
                "new",
                "folder",
                "conformance",
                "music",
                "-h",
                "bot",
                "help",
                "more",
                "whoami",
                "queue")) {
            Programs.Result result = newPlugin(name);
            assertThat(result.exit()).as(name).isEqualTo(1);
            said.add(result.said());
        }
        Programs.Result taken = newPlugin("--standalone", checkout.toString(), "dice");

        assertThat(said)
                .allMatch(
                        line -> line.startsWith("new-plugin: ") && line.lines().count() == 1);
        assertThat(said.get(0)).contains("small letters");
        assertThat(said.get(6)).contains("there is a plugin \"music\" already");
        assertThat(said.get(9)).contains("there is a command !help already");
        assertThat(taken.exit()).isEqualTo(1);
        assertThat(taken.said()).contains("is there already");
        assertThat(contents()).isEqualTo(before);
    }

    private static Programs.Result newPlugin(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(checkout.resolve("scripts/new-plugin").toString()));
        command.addAll(List.of(arguments));
        return Programs.tryRun(checkout, 30, TimeUnit.SECONDS, command);
    }

    private static Map<String, Integer> contents() throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(checkout)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(checkout.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static List<Path> surefireReports(Path project) throws IOException {
        try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
            return reports.toList();
        }
    }

    private static String config(Path plugins, String more) {
        return """
                rooms: [{id: Lobby, greeting: ""}]
                local-server: {port: 0, tls-port: 0}
                plugins:
                  folder: '%s'
                  %s
                """.formatted(plugins.toAbsolutePath(), more);
    }
}

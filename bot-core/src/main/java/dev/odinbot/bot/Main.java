package dev.odinbot.bot;

import com.google.inject.Guice;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigFault;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.odin.token.AccessKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: 0 fine, 1 failed while running, 2 bad config or usage. Everything the user asked for goes
 * to stdout, everything else to stderr.
 */
@Command(
        name = "odin-bot",
        description = "A chat-command and music bot for ODIN voice rooms.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Callable<Integer> {

    /** System property: folder of the installation; set by its launcher. */
    private static final String HOME = "odin-bot.home";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The config file; default: the installation's config.yml.")
    private @Nullable Path configFile;

    @Option(names = "--check", description = "Reads the config, says what it understood, and exits.")
    private boolean check;

    @Option(names = "--new-key", description = "Prints a new access key, for local servers only, and exits.")
    private boolean newKey;

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, String> environment;
    private final Optional<Path> installation;
    private final BiFunction<BotConfig, ConfigSource, Running> programs;

    Main(
            Map<String, String> environment,
            Optional<Path> installation,
            BiFunction<BotConfig, ConfigSource, Running> programs) {
        this.environment = environment;
        this.installation = installation;
        this.programs = programs;
    }

    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Optional<Path> home = Optional.ofNullable(System.getProperty(HOME)).map(Path::of);
        Main main = new Main(System.getenv(), home, Main::program);
        System.exit(main.run(Stdout.open(), Stdout.errors(), args));
    }

    private static Running program(BotConfig config, ConfigSource source) {
        return Guice.createInjector(new BotModule(config, source)).getInstance(Bot.class);
    }

    /** @return the exit code */
    int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(this)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((e, given) -> {
                    err.println("odin-bot: " + e.getMessage() + ". Try odin-bot --help.");
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (newKey) {
            line.getOut().println(AccessKey.generate().reveal());
            return CommandLine.ExitCode.OK;
        }
        Path file = configFile != null
                ? configFile
                : installation.orElse(Path.of("")).resolve("config.yml");
        ConfigSource source =
                () -> Folders.of(file, installation).in(new ConfigReader(environment).read(file, BotConfig.class));
        BotConfig config;
        try {
            config = source.read();
        } catch (ConfigException e) {
            e.faults().stream().map(ConfigFault::toString).forEach(line.getErr()::println);
            return CommandLine.ExitCode.USAGE;
        }
        if (check) {
            line.getOut().print(new CheckReport(file, config).text());
            line.getOut().flush();
            return CommandLine.ExitCode.OK;
        }
        return new Lifetime(programs.apply(config, source))
                .run((joined, configured, page) ->
                        line.getOut().println("READY rooms=" + joined + "/" + configured + " page=" + page));
    }
}

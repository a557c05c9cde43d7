package dev.odinbot.bot;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.odin.token.TokenSigner;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.time.Ticker;
import dev.odinbot.web.BotStatus;
import dev.odinbot.web.StatusSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The whole bot in the test's own process: real sockets, real WebRTC, real plugins. */
public final class RunningBot implements AutoCloseable {

    private static final int START_SECONDS = 30;

    private final Path folder;
    private final Injector injector;
    private final CompletableFuture<URI> page = new CompletableFuture<>();

    private RunningBot(BotConfig config, Path folder, ConfigSource source) {
        this.folder = folder;
        this.injector = Guice.createInjector(new BotModule(new Folders(folder, Optional.empty()).in(config), source));
    }

    /**
     * Starts the bot and waits until it has joined its rooms.
     *
     * @param yaml a config whose folders are absolute; use port 0. The database is in a folder of its own, gone at the end
     */
    public static RunningBot start(String yaml) {
        return start(new AtomicReference<>(yaml));
    }

    /** @param yaml as above; read again when the bot is asked to reload its config */
    static RunningBot start(AtomicReference<String> yaml) {
        Path folder = temporaryFolder();
        ConfigSource source = () -> new Folders(folder, Optional.empty())
                .in(new ConfigReader(Map.of()).read("config.yml", yaml.get(), BotConfig.class));
        RunningBot running = new RunningBot(source.read(), folder, source);
        running.injector.getInstance(Bot.class).start((joined, configured, page) -> running.page.complete(page));
        running.page.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
        return running;
    }

    /** A client on its way to {@code room}, with a token of the key that {@code odin.keys} calls {@code keyName}. */
    public ScriptedClient connect(String keyName, String room, String user) throws Exception {
        String token = new TokenSigner(injector.getInstance(AccessKeys.class).get(keyName))
                .sign(
                        TokenClaims.connect(room, user),
                        injector.getInstance(Ticker.class).now());
        return ScriptedClient.connect(page.join(), token, injector.getInstance(DataChannels.class));
    }

    /** Something of the bot's insides. */
    <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    public BotStatus status() {
        return injector.getInstance(StatusSource.class).status();
    }

    @Override
    public void close() {
        injector.getInstance(Bot.class).close();
        try {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("running-bot");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.odinbot.bot;

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
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The whole bot in the test's own process: real sockets, real WebRTC, real plugins. */
public final class RunningBot implements AutoCloseable {

    private static final int START_SECONDS = 30;

    private final Injector injector;
    private final CompletableFuture<URI> page = new CompletableFuture<>();

    private RunningBot(BotConfig config) {
        this.injector = Guice.createInjector(new BotModule(config));
    }

    /**
     * Starts the bot and waits until it has joined its rooms.
     *
     * @param yaml a config whose folders are absolute; use port 0
     */
    public static RunningBot start(String yaml) {
        RunningBot running = new RunningBot(new ConfigReader(Map.of()).read("config.yml", yaml, BotConfig.class));
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

    public BotStatus status() {
        return injector.getInstance(StatusSource.class).status();
    }

    @Override
    public void close() {
        injector.getInstance(Bot.class).close();
    }
}

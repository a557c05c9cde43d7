package dev.odinbot.bot;

import com.google.inject.Guice;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.odin.token.AccessKey;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The whole bot in the test's own process: real sockets, real WebRTC, real plugins. */
public final class RunningBot implements AutoCloseable {

    private static final int START_SECONDS = 30;

    private final Bot bot;
    private final AccessKeys keys;
    private final CompletableFuture<URI> page = new CompletableFuture<>();

    private RunningBot(BotConfig config) {
        var injector = Guice.createInjector(new BotModule(config));
        this.bot = injector.getInstance(Bot.class);
        this.keys = injector.getInstance(AccessKeys.class);
    }

    /**
     * Starts the bot and waits until it has joined its rooms.
     *
     * @param yaml a config whose folders are absolute; use port 0
     */
    public static RunningBot start(String yaml) {
        RunningBot running = new RunningBot(new ConfigReader(Map.of()).read("config.yml", yaml, BotConfig.class));
        running.bot.start((joined, configured, page) -> running.page.complete(page));
        running.page();
        return running;
    }

    /** The page's address, which is the local gateway's too. */
    public URI page() {
        return page.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    }

    public AccessKey key(String name) {
        return keys.get(name);
    }

    @Override
    public void close() {
        bot.close();
    }
}

package dev.odinbot.bot;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.bot.room.RoomSettings;
import dev.odinbot.command.CommandSettings;
import dev.odinbot.http.HttpServer;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.plugin.PluginHost;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running program: page and local server, plugins, rooms. Started and closed once, on the control thread; a start
 * that fails half way undoes itself.
 */
final class Bot implements Running {

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    private final BotConfig config;
    private final AccessKeys keys;
    private final RoomAccess access;
    private final HttpServer http;
    private final PluginHost plugins;
    private final CommandSettings commands;
    private final BotRooms rooms;
    private final Foundation foundation;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final AtomicBoolean ready = new AtomicBoolean();
    private volatile boolean started;
    private volatile boolean ending;

    @Inject
    Bot(
            BotConfig config,
            AccessKeys keys,
            RoomAccess access,
            HttpServer http,
            PluginHost plugins,
            CommandSettings commands,
            BotRooms rooms,
            Foundation foundation) {
        this.commands = commands;
        this.config = config;
        this.keys = keys;
        this.access = access;
        this.http = http;
        this.plugins = plugins;
        this.rooms = rooms;
        this.foundation = foundation;
    }

    @Override
    public void start(ReadyListener onReady) {
        try {
            undo.push(foundation::close);
            foundation.open(config.odin().local(), config.localServer());
            undo.push(http::close);
            http.start();
            undo.push(plugins::close);
            plugins.start();
            if (ending) {
                return;
            }
            commands.warnings().forEach(LOG::warn);
            LOG.info("Page: {}", http.page());
            if (config.odin().local() && config.rooms().isEmpty() && keys.anyGenerated()) {
                LOG.warn("The access key was generated and nobody else knows it: other programs cannot use this server."
                        + " Make one with odin-bot --new-key and set ODIN_ACCESS_KEY here and there.");
            }
            Path library = Path.of(config.audio().library());
            if (!config.rooms().isEmpty() && !Files.isDirectory(library)) {
                LOG.warn(
                        "There is no folder {}: nothing can be played by name. Make it, or change audio.library.",
                        library);
            }
            undo.push(rooms::close);
            config.rooms().forEach(room -> open(room.in(config), onReady));
            started = true;
            checkReady(onReady);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void open(RoomSettings room, ReadyListener onReady) {
        rooms.open(room, access.gateway(), access.key(room.keyName()), (state, detail) -> checkReady(onReady));
    }

    /** Only the rooms of config.yml count; one that somebody has had the bot leave meanwhile is settled too. */
    private void checkReady(ReadyListener onReady) {
        if (!started) {
            return;
        }
        List<OdinRoom.State> states = config.rooms().stream()
                .map(room -> rooms.running(new RoomId(room.id()))
                        .map(running -> running.odin().state())
                        .orElse(OdinRoom.State.LEFT))
                .toList();
        boolean settled = states.stream().noneMatch(Bot::isUnderWay);
        if (settled && ready.compareAndSet(false, true)) {
            long joined =
                    states.stream().filter(s -> s == OdinRoom.State.JOINED).count();
            onReady.ready((int) joined, states.size(), http.page());
        }
    }

    private static boolean isUnderWay(OdinRoom.State state) {
        return state == OdinRoom.State.CONNECTING || state == OdinRoom.State.RECONNECTING;
    }

    @Override
    public void ending() {
        ending = true;
        if (!started) {
            plugins.close(); // the one part that can take long to start
        }
    }

    /** Stops in the reverse order of the start; a part that cannot be stopped does not keep the others running. */
    @Override
    public void close() {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (RuntimeException | Error e) {
                LOG.warn("A part did not stop cleanly", e);
            }
        }
    }
}

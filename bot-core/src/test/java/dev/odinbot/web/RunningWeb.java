package dev.odinbot.web;

import com.google.inject.Guice;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.http.HttpConfig;
import dev.odinbot.http.HttpModule;
import dev.odinbot.http.HttpServer;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import dev.odinbot.web.BotStatus.ClockStatus;
import dev.odinbot.web.BotStatus.Lateness;
import dev.odinbot.web.BotStatus.PeerStatus;
import dev.odinbot.web.BotStatus.RoomStatus;
import dev.odinbot.web.BotStatus.TrackStatus;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The routes of this package on a real server with a scripted bot behind them. */
final class RunningWeb implements AutoCloseable {

    static final TrackStatus TUNE = new TrackStatus("Demo", "odin-bot", 30_000L, "Anna", false, "");

    static final String ANNAS_SECRET = "annas own secret";

    /** The user id that follows from it. */
    static final String ANNA = "web-2483c9ef6f84b55a39b9";

    final FakeTicker ticker = new FakeTicker();
    final ManualTimers timers = new ManualTimers(ticker);
    final OkHttpClient client = new OkHttpClient();
    volatile BotStatus status = status(room("joined", null, 0));
    private final HttpServer server;

    RunningWeb() {
        this("127.0.0.1");
    }

    RunningWeb(String bind) {
        server = Guice.createInjector(new HttpModule(), new WebModule(), binder -> {
                    binder.bind(HttpConfig.class).toInstance(new HttpConfig(bind, 0, 0, 0));
                    binder.bind(Ticker.class).toInstance(ticker);
                    binder.bind(Timers.class).toInstance(timers);
                    binder.bind(StatusSource.class).toInstance(() -> status);
                    binder.bind(CommandSource.class).toInstance(RunningWeb::commands);
                    binder.bind(PageAccess.class).toInstance(RunningWeb::ticket);
                })
                .getInstance(HttpServer.class);
        server.start();
    }

    /** Anna may play, everyone may ask for help. */
    private static Optional<CommandList> commands(RoomId room, Optional<UserId> user) {
        CommandInfo help = new CommandInfo(
                "help", List.of(), "help", "", List.of(), "bot", "bot.help", List.of(), List.of(), List.of());
        CommandInfo play = new CommandInfo(
                "play",
                List.of("p"),
                "play <query> [--loop <mode>]",
                "Plays it.",
                List.of("play demo"),
                "music",
                "music.play",
                List.of(new CommandInfo.ArgumentInfo("query", "text", true, false, false, List.of())),
                List.of(new CommandInfo.FlagInfo("--loop", "-l", "choice", List.of("one", "all"))),
                List.of(Text.key("requirement.rooms", "Lobby")));
        boolean allowed = user.filter(new UserId(ANNA)::equals).isPresent();
        return Optional.of(CommandList.of("!", allowed ? List.of(help, play) : List.of(help)))
                .filter(list -> room.value().equals("Lobby"));
    }

    private static PageAccess.Ticket ticket(String room, String userId) {
        return room.equals("Lobby")
                ? new PageAccess.Ticket.Granted("local", "token-of-" + userId)
                : new PageAccess.Ticket.Refused("\"" + room + "\" is not a room of this bot. Its rooms: Lobby.");
    }

    static BotStatus status(RoomStatus... rooms) {
        return new BotStatus(new ClockStatus(1000, 2, new Lateness(0.1, 0.5, 3)), List.of(rooms));
    }

    static RoomStatus room(String state, TrackStatus playing, long positionMs) {
        return new RoomStatus(
                "Lobby",
                state,
                "!",
                List.of(new PeerStatus(1, "Anna", true)),
                playing,
                positionMs,
                List.of(TUNE),
                500,
                1);
    }

    int port() {
        return server.port();
    }

    Request.Builder request(String path) {
        return new Request.Builder().url("http://127.0.0.1:" + port() + path);
    }

    Response get(String path) throws Exception {
        return send(request(path));
    }

    Response send(Request.Builder request) throws Exception {
        return client.newCall(request.build()).execute();
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        server.close();
    }
}

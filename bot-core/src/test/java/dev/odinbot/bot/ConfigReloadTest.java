package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.odinbot.api.Outcome;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.command.CommandSettings;
import dev.odinbot.config.ConfigFault;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.http.HttpServer;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.permission.PermissionService;
import dev.odinbot.plugin.PluginHost;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.text.English;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reload makes of each key, and of steps that fail; the rooms themselves are those of {@link RunningRoomsTest}. */
class ConfigReloadTest {

    private static final String KEY = AccessKey.generate().reveal();
    private static final String OTHER_KEY = AccessKey.generate().reveal();

    /** Only a server has users. */
    private static final String POSTGRES = "storage: {url: 'jdbc:postgresql://db/bot', ";

    /** Each key with another value than its default, as its whole section, and what is to be told. */
    private static final Map<String, Sample> SAMPLES = new LinkedHashMap<>();

    static {
        restart("odin.gateway", "odin: {gateway: 'http://odin.example', keys: {default: '" + KEY + "'}}");
        restart("odin.keys", "odin: {keys: {default: '" + OTHER_KEY + "'}}");
        restart("bot.name", "bot: {name: Other}");
        restart("bot.user-id", "bot: {user-id: other}");
        restart("bot.avatar", "bot: {avatar: 'http://picture'}");
        applied("bot.prefix", "bot: {prefix: '?'}");
        applied("bot.locale", "bot: {locale: de}");
        applied("bot.greeting", "bot: {greeting: Hello}");
        applied("rooms", "rooms: [{id: Lobby, prefix: '$'}]", "rooms[Lobby].prefix");
        restart("audio.library", "audio: {library: elsewhere}");
        applied("audio.volume", "audio: {volume: 50}");
        restart("audio.http.enabled", "audio: {http: {enabled: false}}");
        restart("audio.http.allow-hosts", "audio: {http: {allow-hosts: [nas]}}");
        restart("local-server.bind", "local-server: {bind: 0.0.0.0}");
        restart("local-server.port", "local-server: {port: 1}");
        restart("local-server.tls-port", "local-server: {tls-port: 1}");
        restart("local-server.udp-port", "local-server: {udp-port: 1}");
        restart("storage.url", "storage: {url: 'jdbc:sqlite:other.db'}");
        SAMPLES.put("storage.user", new Sample(POSTGRES + "user: anna}", true, "storage.url, storage.user"));
        SAMPLES.put(
                "storage.password", new Sample(POSTGRES + "password: secret}", true, "storage.url, storage.password"));
        restart("storage.pool-size", "storage: {pool-size: 2}");
        applied("permissions.groups", "permissions: {groups: {dj: {}}}");
        applied("permissions.users", "permissions: {users: {anna: [owner]}}");
        applied("commands.overrides", "commands: {play: {enabled: false}}", "commands");
        applied("chat.commands-per-user.burst", "chat: {commands-per-user: {burst: 9, per-minute: 30}}");
        applied("chat.commands-per-user.per-minute", "chat: {commands-per-user: {burst: 10, per-minute: 29}}");
        applied("chat.commands-per-room.burst", "chat: {commands-per-room: {burst: 41, per-minute: 240}}");
        applied("chat.commands-per-room.per-minute", "chat: {commands-per-room: {burst: 40, per-minute: 241}}");
        restart("plugins.folder", "plugins: {folder: elsewhere}");
        restart("plugins.watch", "plugins: {watch: false}");
        applied("plugins.sections", "plugins: {dice: {sides: 6}}", "plugin dice");
    }

    private final BotRooms rooms = mock(BotRooms.class);
    private final PermissionService permissions = mock(PermissionService.class);
    private final CommandSettings commands = mock(CommandSettings.class);
    private final PluginHost plugins = mock(PluginHost.class);
    private final HttpServer http = mock(HttpServer.class);
    private final AtomicReference<BotConfig> file = new AtomicReference<>();
    private CurrentConfig current;
    private ConfigReload reload;

    private record Sample(String yaml, boolean restart, String told) {}

    private static void restart(String key, String yaml) {
        SAMPLES.put(key, new Sample(yaml, true, key));
    }

    private static void applied(String key, String yaml) {
        applied(key, yaml, key);
    }

    private static void applied(String key, String yaml, String told) {
        SAMPLES.put(key, new Sample(yaml, false, told));
    }

    @BeforeEach
    void run() {
        BotConfig config = config("");
        current = new CurrentConfig(config);
        RoomAccess access = new RoomAccess(current, AccessKeys.of(config.odin()), () -> http, rooms);
        reload = new ConfigReload(file::get, current, new RoomsReload(rooms, access), permissions, commands, plugins);
        when(http.page()).thenReturn(URI.create("http://localhost/"));
        when(plugins.faults(any())).thenReturn(List.of());
        when(plugins.configure(any())).thenReturn(CompletableFuture.completedFuture(Map.of()));
    }

    static List<String> keys() {
        return keysOf("", BotConfig.class).toList();
    }

    private static Stream<String> keysOf(String path, Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents()).flatMap(part -> keysOf(path(path, part), part.getType()))
                : Stream.of(path);
    }

    private static String path(String of, RecordComponent part) {
        String key = part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return of.isEmpty() ? key : of + "." + key;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void key_thatChanged_tookEffectOrNeedsARestart(String key) {
        assertThat(SAMPLES).as("a new key: what does a reload make of it?").containsKey(key);
        Sample sample = SAMPLES.get(key);
        if (key.equals("plugins.sections")) {
            when(plugins.configure(any()))
                    .thenReturn(CompletableFuture.completedFuture(Map.of("dice", English.done(""))));
        }
        BotConfig running = current.now();
        BotConfig next = config(sample.yaml);

        assertThat(reload(next))
                .isEqualTo(English.done(
                        sample.restart
                                ? "Nothing new took effect. Needs a restart: " + sample.told + "."
                                : "Took effect: " + sample.told + "."));
        assertThat(current.now()).isEqualTo(sample.restart ? running : next);
        if (key.startsWith("permissions.")) {
            verify(permissions).configure(next.permissions());
        } else if (key.startsWith("commands.") || key.startsWith("chat.")) {
            verify(commands).configure(next.commands(), next.chat());
        }
        verify(plugins).configure(next.plugins());
    }

    @Test
    void faults_ofPlugins_changeNothing() {
        when(plugins.faults(any())).thenReturn(List.of(new ConfigFault("config.yml", 1, 1, "a", "b", "C.")));

        assertThat(reload(config("bot: {locale: de}"))).isInstanceOf(Outcome.Refused.class);

        assertThat(current.now()).isEqualTo(config(""));
        verify(plugins, never()).configure(any());
    }

    @Test
    void stepsThatFail_areNamedAndLogged_keepNobodyFromTheirs_andAreTriedAgain() {
        doThrow(new IllegalStateException("torn")).when(permissions).configure(any());
        when(rooms.open(any(), any(), any(), any())).thenThrow(new IllegalStateException("no room"));
        when(plugins.configure(any())).thenReturn(CompletableFuture.failedFuture(new IllegalStateException("ended")));
        BotConfig next = config("""
                rooms: [{id: Lobby}, {id: Den}]
                permissions: {users: {anna: [owner]}}
                commands: {play: {enabled: false}}
                """);

        String log = CapturedLog.of(() -> assertThat(reload(next))
                .isEqualTo(English.done("Took effect: commands. Did not take effect: joining Den (the log says why),"
                        + " permissions (the log says why), plugins (the log says why).")));

        assertThat(log).contains("ERROR", "torn", "no room", "ended");
        assertThat(current.now().permissions()).isEqualTo(config("").permissions());
        assertThat(current.now().rooms()).extracting(RoomConfig::id).containsExactly("Lobby");
        assertThat(current.now().commands()).isEqualTo(next.commands());
        String again = CapturedLog.of(() -> reload(next));
        assertThat(again).contains("torn", "no room");
    }

    @Test
    void room_withAKeyThatIsNew_orWithAnotherKey_isToldAndNotTouched() {
        BotConfig next = config("odin: {keys: {default: '" + KEY + "', gold: '" + OTHER_KEY + "'}}\n"
                + "rooms: [{id: Lobby, key: gold, prefix: '$'}, {id: Den, key: gold}]");

        assertThat(reload(next))
                .isEqualTo(English.done("Took effect: rooms[Lobby].prefix."
                        + " Needs a restart: odin.keys, rooms[Lobby].key, rooms[Den] (its key is new)."));

        verify(rooms, never()).open(any(), any(), any(), any());
        assertThat(current.now().rooms()).extracting(RoomConfig::key).containsExactly("default");
        assertThat(current.now().odin()).isEqualTo(config("").odin());
    }

    private Outcome reload(BotConfig next) {
        file.set(next);
        return English.of(reload.run().toCompletableFuture().join());
    }

    /** The sections that {@code yaml} does not have are as at the start. */
    private static BotConfig config(String yaml) {
        String odin = yaml.contains("odin:") ? "" : "odin: {keys: {default: '" + KEY + "'}}\n";
        String rooms = yaml.contains("rooms:") ? "" : "rooms: [{id: Lobby}]\n";
        return new ConfigReader(Map.of()).read("config.yml", odin + rooms + yaml, BotConfig.class);
    }
}

package dev.odinbot.testing;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.odinbot.http.HttpConfig;
import dev.odinbot.http.HttpModule;
import dev.odinbot.http.HttpServer;
import dev.odinbot.odin.server.LocalServerModule;
import dev.odinbot.odin.server.RoomServerKeys;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.odin.token.TokenSigner;
import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.odin.transport.TransportModule;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.TimeModule;
import dev.odinbot.time.Timers;
import java.net.URI;
import java.util.List;

/** The embedded room server on a free loopback port, for one test or many: a real gateway, real sockets, real WebRTC. */
public final class LocalRoomServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final List<AccessKey> keys;
    private final Injector injector;
    private final HttpServer http;

    private LocalRoomServer(List<AccessKey> keys, Module time) {
        this.keys = keys;
        this.injector = Guice.createInjector(
                time, new TransportModule(LOOPBACK), new HttpModule(), new LocalServerModule(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(HttpConfig.class).toInstance(new HttpConfig(LOOPBACK, 0, 0, 0));
                        bind(RoomServerKeys.class).toInstance(new RoomServerKeys(keys));
                    }
                });
        this.http = injector.getInstance(HttpServer.class);
    }

    /** Honours one generated key. */
    public static LocalRoomServer start() {
        return start(AccessKey.generate());
    }

    public static LocalRoomServer start(AccessKey... keys) {
        return start(new TimeModule(), keys);
    }

    /** With clocks turned by hand; real sockets still take their real time. */
    public static LocalRoomServer start(FakeTicker ticker, ManualTimers timers) {
        Module time = new AbstractModule() {
            @Override
            protected void configure() {
                bind(Ticker.class).toInstance(ticker);
                bind(Timers.class).toInstance(timers);
            }
        };
        return start(time, AccessKey.generate());
    }

    private static LocalRoomServer start(Module time, AccessKey... keys) {
        LocalRoomServer server = new LocalRoomServer(List.of(keys), time);
        server.http.start();
        return server;
    }

    public AccessKey key() {
        return keys.get(0);
    }

    /** For clients, for instance {@code http://127.0.0.1:34567/}. */
    public URI gateway() {
        return URI.create("http://" + LOOPBACK + ":" + http.port() + "/");
    }

    /** A customer's token, as one takes to the gateway. */
    public String token(String room, String user) {
        return token(TokenClaims.connect(room, user));
    }

    public String token(TokenClaims claims) {
        return new TokenSigner(key())
                .sign(claims, injector.getInstance(Ticker.class).now());
    }

    /** Something of the server's insides. */
    public <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    @Override
    public void close() {
        http.close();
        injector.getInstance(DataChannels.class).close();
    }
}

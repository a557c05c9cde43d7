package dev.odinbot.odin.server;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.odinbot.http.HttpRoutes;

/** The embedded room server as routes of the HTTP server; wants bound {@link RoomServerKeys}. */
public final class LocalServerModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(ServerTokens.class).in(Singleton.class);
        bind(Streams.class).in(Singleton.class);
        bind(Rooms.class).in(Singleton.class);
        bind(Joins.class).in(Singleton.class);
        bind(Complaints.class).in(Singleton.class);
        Multibinder<HttpRoutes> routes = Multibinder.newSetBinder(binder(), HttpRoutes.class);
        routes.addBinding().to(GatewayRoutes.class);
        routes.addBinding().to(StreamRoutes.class);
    }
}

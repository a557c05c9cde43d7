package dev.odinbot.http;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;

/** The HTTP server; wants a bound {@link HttpConfig}. */
public final class HttpModule extends AbstractModule {

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), HttpRoutes.class);
        bind(HttpServer.class).to(JettyHttpServer.class).in(Singleton.class);
    }
}

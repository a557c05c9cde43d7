package dev.odinbot.web;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.odinbot.http.HttpRoutes;

/** The room page and the API behind it. Needs a {@link StatusSource}, a {@link CommandSource} and a {@link PageAccess}. */
public final class WebModule extends AbstractModule {

    @Override
    protected void configure() {
        requireBinding(StatusSource.class);
        requireBinding(CommandSource.class);
        requireBinding(PageAccess.class);
        Multibinder<HttpRoutes> routes = Multibinder.newSetBinder(binder(), HttpRoutes.class);
        routes.addBinding().to(PageRoutes.class);
        routes.addBinding().to(StatusRoutes.class);
        routes.addBinding().to(CommandRoutes.class);
        routes.addBinding().to(TicketRoutes.class);
    }
}

package dev.odinbot.web;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.http.HttpRoutes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.Optional;

/** The commands of a room, for the page's completion. */
final class CommandRoutes implements HttpRoutes {

    private static final String BEARER = "Bearer ";

    private final CommandSource source;
    private final Visitors visitors;

    @Inject
    CommandRoutes(CommandSource source, Visitors visitors) {
        this.source = source;
        this.visitors = visitors;
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.get("/api/commands", this::commands);
    }

    /** Who asks is told by the secret alone, which does not stand in the address: addresses are written into logs. */
    private void commands(Context request) {
        if (!visitors.welcome(request)) {
            return;
        }
        String room = request.queryParam("room");
        if (room == null) {
            Json.refuse(
                    request,
                    HttpStatus.BAD_REQUEST,
                    "Ask for ?room=<id>, with Authorization: Bearer <secret> for what you may run.");
            return;
        }
        Optional<UserId> user = secret(request).map(secret -> new UserId(secret.userId()));
        Optional<CommandList> commands = source.commands(new RoomId(room), user);
        commands.ifPresentOrElse(
                list -> Json.answer(request, HttpStatus.OK, list),
                () -> Json.refuse(request, HttpStatus.NOT_FOUND, "The bot is not in that room."));
    }

    private static Optional<VisitorSecret> secret(Context request) {
        return Optional.ofNullable(request.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(header -> VisitorSecret.of(header.substring(BEARER.length())));
    }
}

package dev.odinbot.web;

import dev.odinbot.http.HttpRoutes;
import dev.odinbot.web.BotStatus.RoomStatus;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The state of the bot: once, as a stream, and in one word. */
final class StatusRoutes implements HttpRoutes {

    private final StatusSource source;
    private final StatusStream stream;
    private final Visitors visitors;

    @Inject
    StatusRoutes(StatusSource source, StatusStream stream, Visitors visitors) {
        this.source = source;
        this.stream = stream;
        this.visitors = visitors;
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.get("/api/status", this::status);
        config.routes.get("/api/status/stream", this::follow);
        config.routes.get("/api/health", this::health);
        stream.start();
    }

    @Override
    public void end() {
        stream.end();
    }

    private void status(Context request) {
        if (visitors.welcome(request)) {
            Json.answer(request, HttpStatus.OK, source.status());
        }
    }

    private void follow(Context request) {
        if (!visitors.welcome(request)) {
            return;
        }
        if (!stream.add(request)) {
            Json.refuse(
                    request,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many pages follow the status already. Close one, or poll /api/status.");
        }
    }

    /** For monitors, so asked by any name: 503 when there are rooms and the bot is in none. */
    private void health(Context request) {
        List<RoomStatus> rooms = source.status().rooms();
        long joined =
                rooms.stream().filter(room -> room.state().equals("joined")).count();
        boolean lost = joined == 0 && !rooms.isEmpty();
        String word = joined == rooms.size() ? "ok" : lost ? "down" : "degraded";
        Json.answer(
                request,
                lost ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK,
                Map.of("status", word, "joined", joined, "rooms", rooms.size()));
    }
}

package dev.odinbot.web;

import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.http.HttpRoutes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands of a room, for the page's completion. */
final class CommandRoutes implements HttpRoutes {

    private static final Pattern PEER = Pattern.compile("\\d{1,18}");

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

    /** The peer is believed as it is given: the answer lists names, which help tells everybody, and lets nobody run anything. */
    private void commands(Context request) {
        if (!visitors.welcome(request)) {
            return;
        }
        String room = request.queryParam("room");
        String peer = request.queryParam("peer");
        if (room == null || (peer != null && !PEER.matcher(peer).matches())) {
            Json.refuse(request, HttpStatus.BAD_REQUEST, "Ask for ?room=<id>&peer=<number>; peer may be left out.");
            return;
        }
        Optional<CommandList> commands = source.commands(new RoomId(room), id(peer));
        commands.ifPresentOrElse(
                list -> Json.answer(request, HttpStatus.OK, list),
                () -> Json.refuse(request, HttpStatus.NOT_FOUND, "The bot is not in that room."));
    }

    private static Optional<PeerId> id(@Nullable String peer) {
        return Optional.ofNullable(peer).map(Long::valueOf).map(PeerId::new);
    }
}

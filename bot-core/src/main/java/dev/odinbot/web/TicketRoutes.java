package dev.odinbot.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.odinbot.http.HttpRoutes;
import dev.odinbot.web.PageAccess.Ticket;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands the page what it needs to join a room. */
final class TicketRoutes implements HttpRoutes {

    private static final int LONGEST_REQUEST = 4096;
    private static final int LONGEST_ID = 200;

    private final PageAccess access;
    private final Visitors visitors;

    @Inject
    TicketRoutes(PageAccess access, Visitors visitors) {
        this.access = access;
        this.visitors = visitors;
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.post("/api/ticket", this::ticket);
    }

    private void ticket(Context request) throws IOException {
        if (!visitors.welcome(request)) {
            return;
        }
        String type = request.contentType();
        // A form of another site can send text, but not JSON without being asked about it first.
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(Json.TYPE)) {
            Json.refuse(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON: Content-Type: application/json.");
            return;
        }
        byte[] body = request.bodyInputStream().readNBytes(LONGEST_REQUEST + 1);
        if (body.length > LONGEST_REQUEST) {
            Json.refuse(
                    request, HttpStatus.CONTENT_TOO_LARGE, "The request is longer than " + LONGEST_REQUEST + " bytes.");
            return;
        }
        answer(request, body);
    }

    private void answer(Context request, byte[] body) {
        JsonNode wish;
        try {
            wish = Json.mapper().readTree(body);
        } catch (IOException e) {
            Json.refuse(request, HttpStatus.BAD_REQUEST, "The request is not JSON.");
            return;
        }
        String room = id(wish.get("room"));
        Optional<VisitorSecret> secret = VisitorSecret.of(
                wish.hasNonNull("secret")
                        ? wish.get("secret").textValue()
                        : UUID.randomUUID().toString());
        if (room == null || secret.isEmpty()) {
            Json.refuse(
                    request,
                    HttpStatus.BAD_REQUEST,
                    "Send {\"room\": …, \"secret\": …}: a text of 1 to " + LONGEST_ID + " characters, and one of "
                            + VisitorSecret.SHORTEST + " to " + VisitorSecret.LONGEST + ", which may be left out.");
            return;
        }
        String userId = secret.get().userId();
        Ticket ticket = access.ticket(room, userId);
        if (ticket instanceof Ticket.Granted granted) {
            Json.answer(
                    request,
                    HttpStatus.OK,
                    Map.of("gateway", granted.gateway(), "token", granted.token(), "userId", userId));
        } else if (ticket instanceof Ticket.Refused refused) {
            Json.refuse(request, HttpStatus.FORBIDDEN, refused.reason());
        }
    }

    private static @Nullable String id(@Nullable JsonNode node) {
        if (node == null || !node.isTextual()) {
            return null;
        }
        String text = node.textValue().strip();
        return text.isEmpty() || text.length() > LONGEST_ID ? null : text;
    }
}

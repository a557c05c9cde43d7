package dev.odinbot.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import java.util.Map;

/** What the API speaks. */
final class Json {

    static final String TYPE = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void answer(Context request, HttpStatus status, Object value) {
        request.status(status)
                .contentType(TYPE)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .result(text(value));
    }

    static void refuse(Context request, HttpStatus status, String reason) {
        answer(request, status, Map.of("error", reason));
    }
}

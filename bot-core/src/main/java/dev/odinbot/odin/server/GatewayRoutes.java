package dev.odinbot.odin.server;

import dev.odinbot.http.HttpRoutes;
import dev.odinbot.http.HttpServer;
import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.token.TokenVerifier.Verdict;
import dev.odinbot.rpc.Decoded;
import dev.odinbot.rpc.JsonRpc;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The gateway: JSON-RPC at {@code POST /}. Browsers of any origin may call it, as they have to bring a token anyway. */
final class GatewayRoutes implements HttpRoutes {

    private static final String BEARER = "Bearer ";
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    private final ServerTokens tokens;
    private final GatewayCommands commands;
    private final Complaints complaints;
    private final Provider<HttpServer> http;

    @Inject
    GatewayRoutes(ServerTokens tokens, GatewayCommands commands, Complaints complaints, Provider<HttpServer> http) {
        this.tokens = tokens;
        this.commands = commands;
        this.complaints = complaints;
        this.http = http;
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.options(
                "/",
                context -> allowAllOrigins(context)
                        .header("Access-Control-Allow-Headers", "Authorization,Content-Type")
                        .header("Access-Control-Allow-Methods", "POST,OPTIONS")
                        .header("Access-Control-Max-Age", "600")
                        .status(HttpStatus.NO_CONTENT));
        config.routes.post("/", context -> call(allowAllOrigins(context)));
    }

    private static Context allowAllOrigins(Context context) {
        return context.header("Access-Control-Allow-Origin", "*");
    }

    private void call(Context context) {
        Decoded<JsonRpc.Request> read = JsonRpc.readRequest(context.bodyAsBytes());
        if (read instanceof Decoded.Invalid<JsonRpc.Request> invalid) {
            complaints.gateway.count("not a JSON-RPC request", invalid.reason());
            int code = invalid.reason().equals(JsonRpc.NOT_JSON) ? JsonRpc.PARSE_ERROR : JsonRpc.INVALID_REQUEST;
            answer(context, HttpStatus.BAD_REQUEST, JsonRpc.error(null, code, invalid.reason()));
            return;
        }
        JsonRpc.Request request = ((Decoded.Value<JsonRpc.Request>) read).get();
        Verdict verdict = bearer(context)
                .map(tokens::atGateway)
                .orElseGet(() -> new Verdict.Refused("no token: Authorization: Bearer … is missing"));
        if (verdict instanceof Verdict.Refused refused) {
            refuse(context, request, HttpStatus.UNAUTHORIZED, JsonRpc.INVALID_REQUEST, refused.reason());
            return;
        }
        Verdict.Accepted accepted = (Verdict.Accepted) verdict;
        Decoded<GatewayCall> decoded = Calls.read(GatewayCall.KINDS, request.method(), request.params());
        if (decoded instanceof Decoded.Invalid<GatewayCall> invalid) {
            boolean unknown = invalid.reason().equals(Calls.UNKNOWN_METHOD);
            refuse(
                    context,
                    request,
                    unknown ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
                    unknown ? JsonRpc.METHOD_NOT_FOUND : JsonRpc.INVALID_PARAMS,
                    invalid.reason());
        } else if (!allows(accepted, request.method())) {
            refuse(
                    context,
                    request,
                    HttpStatus.FORBIDDEN,
                    JsonRpc.INVALID_REQUEST,
                    "the token does not allow this method (sub)");
        } else {
            carryOut(context, request, accepted, ((Decoded.Value<GatewayCall>) decoded).get());
        }
    }

    private void carryOut(Context context, JsonRpc.Request request, Verdict.Accepted accepted, GatewayCall call) {
        if (call instanceof GatewayCall.Connect) {
            String address = address(context);
            String token = tokens.forServer(accepted, address);
            answer(context, HttpStatus.OK, JsonRpc.result(request.id(), new GatewayCall.Connected(address, token)));
            return;
        }
        Optional<String> fault = commands.carryOut(accepted, call);
        if (fault.isPresent()) {
            refuse(context, request, HttpStatus.OK, JsonRpc.INVALID_REQUEST, fault.get());
        } else {
            answer(context, HttpStatus.OK, JsonRpc.result(request.id(), new GatewayCommands.Done()));
        }
    }

    /** Where the client has just found us, so that it finds us again. */
    private String address(Context context) {
        String host = context.header("Host");
        return host != null && HOST.matcher(host).matches()
                ? host
                : http.get().page().getAuthority();
    }

    private static Optional<String> bearer(Context context) {
        String header = context.header("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** Tokens name methods in lower camel case: {@code connect}. */
    private static boolean allows(Verdict.Accepted accepted, String method) {
        return accepted.claims().allows(method.substring(0, 1).toLowerCase(Locale.ROOT) + method.substring(1));
    }

    private void refuse(Context context, JsonRpc.Request request, HttpStatus status, int code, String reason) {
        complaints.gateway.count("refused with HTTP status " + status.getCode(), reason);
        answer(context, status, JsonRpc.error(request.id(), code, reason));
    }

    private static void answer(Context context, HttpStatus status, byte[] json) {
        context.status(status).contentType("application/json").result(json);
    }
}

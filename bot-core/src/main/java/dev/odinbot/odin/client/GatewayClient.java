package dev.odinbot.odin.client;

import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.transport.WebClient;
import dev.odinbot.rpc.JsonRpc;
import dev.odinbot.rpc.Quote;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.CompletionStage;

/** Asks a gateway where a room's server is. Any thread. */
final class GatewayClient {

    private final WebClient web;

    @Inject
    GatewayClient(WebClient web) {
        this.web = web;
    }

    /** Fails with {@link JoinFailure}, in words for a person. */
    CompletionStage<GatewayCall.Connected> connect(URI gateway, String token) {
        GatewayCall.Connect call = new GatewayCall.Connect();
        return web.post(gateway, token, JsonRpc.request(1, Calls.method(call), call))
                .handle((answer, fault) -> {
                    if (fault != null) {
                        throw JoinFailure.passing("the gateway " + gateway + " cannot be asked: "
                                + Causes.of(fault).getMessage());
                    }
                    return judge(gateway, answer);
                });
    }

    private static GatewayCall.Connected judge(URI gateway, WebClient.Answer answer) {
        return JsonRpc.readResponse(answer.body())
                .either(response -> judge(gateway, answer.status(), response), unreadable -> {
                    throw refusal(gateway, answer.status(), "");
                });
    }

    private static GatewayCall.Connected judge(URI gateway, int status, JsonRpc.Response response) {
        if (response instanceof JsonRpc.Response.Refused refused) {
            throw refusal(gateway, status, Quote.of(refused.message()) + " (code " + refused.code() + ")");
        }
        if (status / 100 != 2) {
            throw refusal(gateway, status, "");
        }
        return ((JsonRpc.Response.Result) response)
                .value()
                .as(GatewayCall.Connected.class)
                .either(connected -> connected, reason -> {
                    throw JoinFailure.lasting("the gateway " + gateway + " gave an answer without address and token");
                });
    }

    /** @param said what the gateway itself said about it; may be empty */
    private static JoinFailure refusal(URI gateway, int status, String said) {
        String who = "the gateway " + gateway;
        String more = said.isEmpty() ? "" : ": " + said;
        return switch (status) {
            case 401 ->
                JoinFailure.lasting(who + " does not accept the token (HTTP 401" + more
                        + "): check the access key and this machine's clock");
            case 403 ->
                JoinFailure.lasting(who + " does not let this access key connect (HTTP 403" + more
                        + "): check what the key may do");
            case 404 ->
                JoinFailure.lasting(who + " knows nothing at this address (HTTP 404" + more + "): check odin.gateway");
            case 429 -> JoinFailure.passing(who + " has been asked too often (HTTP 429" + more + ")");
            default -> {
                if (status >= 500) {
                    yield JoinFailure.passing(who + " has a fault of its own (HTTP " + status + more + ")");
                } else if (status / 100 == 3) {
                    yield JoinFailure.lasting(
                            who + " points elsewhere (HTTP " + status + "), which is not followed: check odin.gateway");
                } else if (said.isEmpty()) {
                    yield JoinFailure.lasting(who + " does not answer as a gateway does (HTTP " + status
                            + ", not JSON-RPC): check odin.gateway");
                }
                yield JoinFailure.passing(who + " refused to connect us" + more);
            }
        };
    }
}

package dev.odinbot.odin.client;

import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.transport.WebClient;
import dev.odinbot.rpc.JsonRpc;
import dev.odinbot.rpc.Quote;
import dev.odinbot.rpc.RpcValue;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.CompletionStage;

/** Asks a gateway where a room's server is, or to do something in a room. Any thread. */
final class GatewayClient {

    private final WebClient web;

    @Inject
    GatewayClient(WebClient web) {
        this.web = web;
    }

    /** Fails with {@link JoinFailure}, in words for a person. */
    CompletionStage<GatewayCall.Connected> connect(URI gateway, String token) {
        return ask(gateway, token, new GatewayCall.Connect())
                .thenApply(result -> result.as(GatewayCall.Connected.class).either(connected -> connected, reason -> {
                    throw JoinFailure.lasting("the gateway " + gateway + " gave an answer without address and token");
                }));
    }

    /** Has the gateway do something; fails as {@link #connect} does. */
    CompletionStage<Void> carryOut(URI gateway, String token, GatewayCall command) {
        return ask(gateway, token, command).thenAccept(result -> {});
    }

    private CompletionStage<RpcValue> ask(URI gateway, String token, GatewayCall call) {
        String aim = call instanceof GatewayCall.Connect ? "connect" : "do this";
        return web.post(gateway, token, JsonRpc.request(1, Calls.method((Record) call), call))
                .handle((answer, fault) -> {
                    if (fault != null) {
                        throw JoinFailure.passing("the gateway " + gateway + " cannot be asked: "
                                + Causes.of(fault).getMessage());
                    }
                    return judge(gateway, aim, answer);
                });
    }

    private static RpcValue judge(URI gateway, String aim, WebClient.Answer answer) {
        return JsonRpc.readResponse(answer.body())
                .either(response -> judge(gateway, aim, answer.status(), response), unreadable -> {
                    throw refusal(gateway, aim, answer.status(), "");
                });
    }

    private static RpcValue judge(URI gateway, String aim, int status, JsonRpc.Response response) {
        if (response instanceof JsonRpc.Response.Refused refused) {
            throw refusal(gateway, aim, status, Quote.of(refused.message()) + " (code " + refused.code() + ")");
        }
        if (status / 100 != 2) {
            throw refusal(gateway, aim, status, "");
        }
        return ((JsonRpc.Response.Result) response).value();
    }

    /**
     * @param aim what was asked for
     * @param said what the gateway itself said about it; may be empty
     */
    private static JoinFailure refusal(URI gateway, String aim, int status, String said) {
        String who = "the gateway " + gateway;
        String more = said.isEmpty() ? "" : ": " + said;
        return switch (status) {
            case 401 ->
                JoinFailure.lasting(who + " does not accept the token (HTTP 401" + more
                        + "): check the access key and this machine's clock");
            case 403 ->
                JoinFailure.lasting(who + " does not let this access key " + aim + " (HTTP 403" + more
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
                yield JoinFailure.passing(who + " refused to " + (aim.equals("connect") ? "connect us" : aim) + more);
            }
        };
    }
}

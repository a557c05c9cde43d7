package dev.odinbot.odin.client;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.odin.token.TokenSigner;
import dev.odinbot.time.Ticker;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs for every command a token that is good for nothing else. */
final class SignedGatewayCommands implements GatewayCommands {

    private static final Logger LOG = LoggerFactory.getLogger(SignedGatewayCommands.class);

    private final GatewayClient gateways;
    private final Ticker ticker;

    @Inject
    SignedGatewayCommands(GatewayClient gateways, Ticker ticker) {
        this.gateways = gateways;
        this.ticker = ticker;
    }

    @Override
    public CompletionStage<Optional<String>> carryOut(Authority authority, RoomId room, GatewayCall call) {
        String method = Calls.method((Record) call);
        TokenClaims claims = TokenClaims.connect(room.value(), authority.by().value())
                .withSubjects(List.of(method.substring(0, 1).toLowerCase(Locale.ROOT) + method.substring(1)))
                .withAudience(TokenClaims.AUDIENCE_GATEWAY);
        String token = new TokenSigner(authority.key()).sign(claims, ticker.now());
        return gateways.carryOut(authority.gateway(), token, call).handle((done, fault) -> {
            if (fault == null) {
                return Optional.empty();
            }
            Throwable cause = Causes.of(fault);
            if (cause instanceof JoinFailure refusal) {
                return Optional.of(refusal.detail());
            }
            LOG.error("Room {}: {} failed", room, method, cause);
            return Optional.of(method + " failed: " + cause);
        });
    }
}

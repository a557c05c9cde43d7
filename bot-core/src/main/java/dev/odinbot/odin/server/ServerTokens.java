package dev.odinbot.odin.server;

import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.odin.token.TokenSigner;
import dev.odinbot.odin.token.TokenVerifier;
import dev.odinbot.odin.token.TokenVerifier.Verdict;
import dev.odinbot.time.Ticker;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Judges the tokens that clients bring, and signs those that the gateway gives for the server. Any thread. */
final class ServerTokens {

    private final Ticker ticker;
    private final AccessKey ownKey = AccessKey.generate();
    private final TokenSigner signer = new TokenSigner(ownKey);
    private final TokenVerifier customers;
    private final TokenVerifier own = new TokenVerifier(List.of(ownKey));

    @Inject
    ServerTokens(RoomServerKeys keys, Ticker ticker) {
        this.ticker = ticker;
        this.customers = new TokenVerifier(keys.keys());
    }

    /** A customer's token at the gateway. */
    Verdict atGateway(String token) {
        Verdict verdict = customers.verify(token, ticker.now());
        if (verdict instanceof Verdict.Accepted accepted && !accepted.claims().isFor(TokenClaims.AUDIENCE_GATEWAY)) {
            return new Verdict.Refused("the token is not for the gateway (aud)");
        }
        return verdict;
    }

    /** The token to take to the server at {@code address}. */
    String forServer(Verdict.Accepted accepted, String address) {
        TokenClaims claims = new TokenClaims(
                accepted.claims().roomIds(),
                accepted.claims().userId(),
                Optional.of(address),
                // Whose rooms these are is told by the key: what a customer calls itself could be another's name.
                Optional.of(accepted.keyId().value()),
                List.of(TokenClaims.SUBJECT_CONNECT),
                List.of(TokenClaims.AUDIENCE_SFU),
                TokenClaims.LIFETIME);
        return signer.sign(claims, ticker.now());
    }

    /** A token at the server: the gateway's, or a customer's own that says it is for the server. */
    Admission atServer(String token) {
        if (own.verify(token, ticker.now()) instanceof Verdict.Accepted accepted) {
            return new Admission.Granted(
                    accepted.claims().customer().orElseThrow(),
                    accepted.claims().userId(),
                    accepted.claims().roomIds());
        }
        Verdict verdict = customers.verify(token, ticker.now());
        if (verdict instanceof Verdict.Refused refused) {
            return new Admission.Refused(refused.reason());
        }
        Verdict.Accepted accepted = (Verdict.Accepted) verdict;
        TokenClaims claims = accepted.claims();
        if (!claims.audiences().contains(TokenClaims.AUDIENCE_SFU)) {
            return new Admission.Refused("the token is not for the server (aud)");
        }
        if (!claims.allows(TokenClaims.SUBJECT_CONNECT)) {
            return new Admission.Refused("the token does not allow to connect (sub)");
        }
        return new Admission.Granted(accepted.keyId().value(), claims.userId(), claims.roomIds());
    }

    /** Whether a client may use the server, and as whom. */
    sealed interface Admission {

        record Granted(String customer, String userId, List<String> roomIds) implements Admission {}

        record Refused(String reason) implements Admission {}
    }
}

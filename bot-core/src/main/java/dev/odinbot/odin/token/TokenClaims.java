package dev.odinbot.odin.token;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a token says.
 *
 * @param roomIds {@code rid}: the rooms it is good for
 * @param userId {@code uid}: who its bearer is
 * @param address {@code adr}: the server it is for
 * @param customer {@code cid}
 * @param subjects {@code sub}: the methods it allows; empty = all
 * @param audiences {@code aud}: who may accept it, {@code gateway} or {@code sfu}; empty = all
 * @param lifetime from {@code nbf} to {@code exp}, in whole seconds
 */
public record TokenClaims(
        List<String> roomIds,
        String userId,
        Optional<String> address,
        Optional<String> customer,
        List<String> subjects,
        List<String> audiences,
        Duration lifetime) {

    public static final String SUBJECT_CONNECT = "connect";
    public static final String AUDIENCE_GATEWAY = "gateway";
    public static final String AUDIENCE_SFU = "sfu";
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    public TokenClaims {
        roomIds = List.copyOf(roomIds);
        subjects = List.copyOf(subjects);
        audiences = List.copyOf(audiences);
    }

    /** To connect as {@code userId} to one room, for the usual time. */
    public static TokenClaims connect(String roomId, String userId) {
        return connect(List.of(roomId), userId);
    }

    public static TokenClaims connect(List<String> roomIds, String userId) {
        return new TokenClaims(
                roomIds, userId, Optional.empty(), Optional.empty(), List.of(SUBJECT_CONNECT), List.of(), LIFETIME);
    }

    public TokenClaims withCustomer(String customer) {
        return new TokenClaims(roomIds, userId, address, Optional.of(customer), subjects, audiences, lifetime);
    }

    public TokenClaims withSubjects(List<String> subjects) {
        return new TokenClaims(roomIds, userId, address, customer, subjects, audiences, lifetime);
    }

    public TokenClaims withAudience(String audience) {
        return new TokenClaims(roomIds, userId, address, customer, subjects, List.of(audience), lifetime);
    }

    public TokenClaims withLifetime(Duration lifetime) {
        return new TokenClaims(roomIds, userId, address, customer, subjects, audiences, lifetime);
    }

    /** Whether {@code method} (for instance {@code connect}) is allowed. */
    public boolean allows(String method) {
        return subjects.isEmpty() || subjects.contains(method);
    }

    /** Whether {@code audience} (for instance {@code gateway}) may accept the token. */
    public boolean isFor(String audience) {
        return audiences.isEmpty() || audiences.contains(audience);
    }
}

package dev.odinbot.web;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser keeps to itself, and proves with it who its visitor is. */
record VisitorSecret(String value) {

    /** A page makes up 32 hexadecimal digits. */
    static final int SHORTEST = 16;

    static final int LONGEST = 200;

    /** 80 bits: no two visitors meet by chance, and the way back to a secret is as long as for any of them. */
    private static final int USER_ID_DIGITS = 20;

    /** Empty when {@code text} is none. */
    static Optional<VisitorSecret> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(secret -> secret.length() >= SHORTEST && secret.length() <= LONGEST)
                .map(VisitorSecret::new);
    }

    /** Follows from the secret, and nothing else does: permissions go by user id, so nobody may choose somebody else's. */
    String userId() {
        String digest = Hashing.sha256()
                .hashString("odin-bot page visitor " + value, StandardCharsets.UTF_8)
                .toString();
        return "web-" + digest.substring(0, USER_ID_DIGITS);
    }

    @Override
    public String toString() {
        return "VisitorSecret[***]";
    }
}

package dev.odinbot.odin.transport.stun;

import java.util.random.RandomGenerator;

/** The 96 bits by which a response is known to belong to a request (RFC 8489, section 5). */
public record TransactionId(long high, int low) {

    /** @param random must not be guessable: who can guess an id can forge some answers */
    public static TransactionId random(RandomGenerator random) {
        return new TransactionId(random.nextLong(), random.nextInt());
    }
}

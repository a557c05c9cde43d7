package dev.odinbot.odin.transport;

import java.util.stream.Stream;

/** The two stacks that any number of {@link Line}s run between, as in two processes. */
record Ends(Stack offerer, Stack answerer, DataChannels offering, DataChannels answering) implements AutoCloseable {

    static Ends of(Stack offerer, Stack answerer) {
        return new Ends(offerer, answerer, offerer.open(), answerer.open());
    }

    /** One after the other, each opened when it is its turn. */
    static Stream<Ends> ofAllPairings() {
        return Stream.of(Stack.values())
                .flatMap(offerer -> Stream.of(Stack.values()).map(answerer -> new Stack[] {offerer, answerer}))
                .filter(pair -> pair[0] == Stack.OURS || pair[1] == Stack.OURS)
                .map(pair -> of(pair[0], pair[1]));
    }

    @Override
    public void close() {
        offering.close();
        answering.close();
    }

    @Override
    public String toString() {
        return offerer + " offers to " + answerer;
    }
}

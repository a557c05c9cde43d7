package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A hundred who join at once. */
class ManyConnectionsTest {

    private static final int CONNECTIONS = 100;
    private static final Pattern PORT = Pattern.compile("a=candidate:\\S+ 1 (?i:udp) \\d+ \\S+ (\\d+) typ host");

    private record Pair(Ear offered, DataChannel offering, Ear answered, DataChannel answering) {}

    @Test
    void connect_aHundredAtOnce_shareOnePortAndEachHearsItsOwn() {
        try (Ends ends = Ends.of(Stack.OURS, Stack.OURS)) {
            List<CompletableFuture<Pair>> joins = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                joins.add(connect(ends));
            }
            List<Pair> pairs = joins.stream().map(CompletableFuture::join).toList();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> pairs.stream()
                            .allMatch(pair ->
                                    pair.offering().isOpen() && pair.answering().isOpen()));
            for (int i = 0; i < CONNECTIONS; i++) {
                assertThat(pairs.get(i).offering().send(number(i))).isTrue();
                assertThat(pairs.get(i).answering().send(number(CONNECTIONS + i)))
                        .isTrue();
            }
            await().until(() -> pairs.stream()
                    .allMatch(pair -> pair.offered().heard().size() == 1
                            && pair.answered().heard().size() == 1));

            for (int i = 0; i < CONNECTIONS; i++) {
                assertThat(pairs.get(i).answered().heard())
                        .containsExactly(number(i).array());
                assertThat(pairs.get(i).offered().heard())
                        .containsExactly(number(CONNECTIONS + i).array());
            }
            Set<String> ports = new HashSet<>();
            pairs.forEach(pair -> ports.add(port(pair.answering().localDescription())));
            assertThat(ports).hasSize(1);
        }
    }

    private static CompletableFuture<Pair> connect(Ends ends) {
        Ear offered = new Ear();
        Ear answered = new Ear();
        return ends.offering()
                .offer(offered)
                .thenCompose(offering -> ends.answering()
                        .answer(offering.localDescription(), answered)
                        .thenApply(answering -> {
                            offering.accept(answering.localDescription());
                            return new Pair(offered, offering, answered, answering);
                        }))
                .toCompletableFuture();
    }

    private static ByteBuffer number(int i) {
        return ByteBuffer.allocate(4).putInt(i).rewind();
    }

    private static String port(String answer) {
        Matcher candidate = PORT.matcher(answer);
        assertThat(candidate.find()).as("candidate in %s", answer).isTrue();
        return candidate.group(1);
    }
}

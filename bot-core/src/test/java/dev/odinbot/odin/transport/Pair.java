package dev.odinbot.odin.transport;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Both ends of an open data channel, without a network between them. */
record Pair(DataChannel offering, Ear offered, DataChannel answering, Ear answered) {

    static Pair connect(DataChannels channels) throws Exception {
        Ear offered = new Ear();
        Ear answered = new Ear();
        DataChannel offering = channels.offer(offered).toCompletableFuture().get(30, TimeUnit.SECONDS);
        DataChannel answering = channels.answer(offering.localDescription(), answered)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        offering.accept(answering.localDescription());
        await().pollInterval(Duration.ofMillis(2)).until(() -> offering.isOpen() && answering.isOpen());
        return new Pair(offering, offered, answering, answered);
    }

    void close() {
        offering.close();
        answering.close();
    }
}

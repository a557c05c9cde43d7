package dev.odinbot.odin.transport;

import static org.awaitility.Awaitility.await;

import dev.odinbot.testing.network.UdpProxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One data channel, both of its ends, and the network between them. */
final class Line implements AutoCloseable {

    final UdpProxy network;
    final Ear offered = new Ear();
    final Ear answered = new Ear();
    final DataChannel offering;
    final DataChannel answering;

    /** The ends are not connected yet: {@link #connect} does that. */
    Line(Ends ends, long seed) throws Exception {
        this(ends, seed, UnaryOperator.identity());
    }

    /** @param forgery what becomes of the offer on its way */
    Line(Ends ends, long seed, UnaryOperator<String> forgery) throws Exception {
        network = new UdpProxy(seed);
        offering = ends.offering().offer(offered).toCompletableFuture().get(30, TimeUnit.SECONDS);
        String offer = forgery.apply(UdpProxy.withoutCandidates(offering.localDescription()));
        answering =
                ends.answering().answer(offer, answered).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    /** Gives the answer, through the network's proxy, to the offering side. */
    Line connect() {
        offering.accept(network.inFrontOf(answering.localDescription()));
        return this;
    }

    Line open() {
        return open(Duration.ofSeconds(30));
    }

    Line open(Duration within) {
        connect();
        await().atMost(within).pollInterval(Duration.ofMillis(2)).until(() -> offering.isOpen() && answering.isOpen());
        return this;
    }

    /** Whoever sends this way, and whoever hears it. */
    Map.Entry<DataChannel, Ear> way(UdpProxy.Way way) {
        return way == UdpProxy.Way.TO_ANSWERER ? Map.entry(offering, answered) : Map.entry(answering, offered);
    }

    @Override
    public void close() {
        offering.close();
        answering.close();
        network.close();
    }
}

package dev.odinbot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;

/** A sender and a receiver, new for each part of the benchmark. */
final class Pair implements AutoCloseable {

    private final Child receiver;
    private final Child sender;
    private int windows;

    /** @param phases of the sender's frame clock and lanes in each; empty for the bot's */
    Pair(Contestant sending, Contestant receiving, String phases) throws IOException {
        receiver = new Child(Receiver.class, receiving.toString());
        String port = receiver.ask("port").get("port").asText();
        sender = new Child(Sender.class, sending.toString(), port, phases);
        receiver.ask("meet");
    }

    Child sender() {
        return sender;
    }

    Child receiver() {
        return receiver;
    }

    /** Opens {@code count} more connections, all of which must succeed. */
    JsonNode open(int count, int atOnce) throws IOException {
        JsonNode opened = sender.ask("open", "count", count, "atOnce", atOnce);
        if (opened.get("opened").asInt() < count) {
            throw new IOException("Only " + opened.get("opened") + " of " + count + " connections opened in "
                    + opened.get("seconds") + " s");
        }
        return opened;
    }

    void play(int burst, boolean handover) throws IOException {
        sender.ask("play", "burst", burst, "handover", handover ? 1 : 0);
    }

    /** Measures while the rooms play. */
    Window measure(Duration duration) throws IOException {
        return measure(unused -> pause(duration));
    }

    /** Measures until that many datagrams have arrived, or none does any more. */
    Window measureUntilReceived(long count) throws IOException {
        return measure(number -> {
            long arrived = 0;
            long before;
            do {
                before = arrived;
                pause(Duration.ofMillis(500));
                arrived = arrived(number);
            } while (arrived < count && arrived > before);
        });
    }

    private long arrived(int number) throws IOException {
        return receiver.ask("count", "window", number).get("received").asLong();
    }

    private interface Wait {
        void until(int number) throws IOException;
    }

    private Window measure(Wait wait) throws IOException {
        int number = ++windows;
        Machine machine = new Machine();
        sender.ask("mark");
        receiver.ask("mark");
        sender.ask("openWindow", "window", number);
        wait.until(number);
        JsonNode found = sender.ask("closeWindow");
        JsonNode sent = sender.ask("used");
        JsonNode received = receiver.ask("used");
        double steal = machine.stealPercent();
        double busy = machine.busyCores();
        pause(Duration.ofMillis(300)); // what was sent arrives
        return new Window(found, sent, received, arrived(number), steal, busy);
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Stopped while measuring", e);
        }
    }

    @Override
    public void close() throws IOException {
        sender.close();
        receiver.close();
    }
}

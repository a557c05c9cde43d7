package dev.odinbot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What connections and datagrams leave in memory. */
final class MemoryParts {

    private static final int WARM_UP = 200;
    private static final int HALF = 2;
    private static final int RECEIVING_ROOMS = 100;

    private MemoryParts() {}

    static void idle(Round round) throws IOException {
        int count = round.plan().idleConnections();
        try (Pair pair = round.pair()) {
            for (int i = 0; i < 2; i++) {
                pair.open(WARM_UP, Round.AT_ONCE);
                pair.sender().ask("close", "rest", 0);
            }
            Pair.pause(round.plan().resting());
            JsonNode sender = pair.sender().ask("memory");
            JsonNode receiver = pair.receiver().ask("memory");
            pair.open(count, Round.AT_ONCE);
            Pair.pause(round.plan().resting());
            JsonNode fullSender = pair.sender().ask("memory");
            JsonNode fullReceiver = pair.receiver().ask("memory");
            double rss = growth(sender, fullSender) / count;
            double receiverRss = growth(receiver, fullReceiver) / count;
            round.value("rssPerConnectionKb", rss);
            round.value("receiverRssPerConnectionKb", receiverRss);
            round.value("threads", fullSender.get("threads").asInt());
            round.say(count + " idle: RSS KB a connection, sender, receiver", "%.1f, %.1f", rss, receiverRss);
            round.say(
                    "  of it Java heap",
                    "%.1f, %.1f",
                    (fullSender.get("heapKb").asDouble() - sender.get("heapKb").asDouble()) / count,
                    (fullReceiver.get("heapKb").asDouble()
                                    - receiver.get("heapKb").asDouble())
                            / count);
            round.say(
                    "  RSS MB in all",
                    "%d, %d",
                    fullSender.get("rssKb").asInt() / 1024,
                    fullReceiver.get("rssKb").asInt() / 1024);
            round.say("  threads", "%s, %s", fullSender.get("threads"), fullReceiver.get("threads"));
            idleCpu(round, pair, count / HALF);
        }
    }

    private static void idleCpu(Round round, Pair pair, int count) throws IOException {
        pair.sender().ask("close", "rest", count);
        // The compiler still works on what opening them made hot, which would be taken for theirs.
        Pair.pause(round.plan().resting());
        Pair.pause(round.plan().resting());
        Machine machine = new Machine();
        pair.sender().ask("mark");
        pair.receiver().ask("mark");
        Pair.pause(round.plan().idle());
        double percent = percent(pair.sender().ask("used"));
        double receiverPercent = percent(pair.receiver().ask("used"));
        round.progress("%d idle: %.2f %% of a core, receiver %.2f %%", count, percent, receiverPercent);
        round.value("idle" + count + "CpuPercent", percent);
        round.value("idle" + count + "ReceiverCpuPercent", receiverPercent);
        round.say(
                count + " idle for " + round.plan().idle().toSeconds() + " s: % of a core, sender, receiver",
                "%.2f, %.2f",
                percent,
                receiverPercent);
        round.say("  steal % ", "%.1f", machine.stealPercent());
    }

    private static double percent(JsonNode used) {
        return 100 * used.get("cpuNanos").asDouble() / used.get("nanos").asDouble();
    }

    private static double growth(JsonNode before, JsonNode after) {
        return after.get("rssKb").asDouble() - before.get("rssKb").asDouble();
    }

    static void churn(Round round) throws IOException {
        try (Pair pair = round.pair()) {
            List<String> sender = new ArrayList<>();
            List<String> receiver = new ArrayList<>();
            int done = 0;
            double seconds = 0;
            int failed = 0;
            double firstRss = 0;
            double rss = 0;
            for (int until : round.plan().churn()) {
                JsonNode churned = pair.sender().ask("churn", "count", until - done, "atOnce", Round.AT_ONCE);
                seconds += churned.get("seconds").asDouble();
                failed += churned.get("failed").asInt();
                Pair.pause(round.plan().settle());
                rss = rssMb(pair.sender());
                firstRss = done == 0 ? rss : firstRss;
                sender.add(Math.round(rss) + " MB");
                receiver.add(Math.round(rssMb(pair.receiver())) + " MB");
                done = until;
                round.progress("%d connects and closes: RSS %s, receiver %s", done, sender, receiver);
            }
            int first = round.plan().churn().get(0);
            round.say("connects and closes", "%s", round.plan().churn());
            round.say("  RSS of the sender", "%s", String.join(", ", sender));
            round.say("  RSS of the receiver", "%s", String.join(", ", receiver));
            round.say(
                    "  KB kept a connection after the first " + first,
                    "%.2f",
                    (rss - firstRss) * 1024 / (done - first));
            round.say("  a second; failed", "%.0f; %d", done / seconds, failed);
            round.value("churnKeptKb", (rss - firstRss) * 1024 / (done - first));
            round.value("churnPerSecond", done / seconds);
            round.value("churnFailed", failed);
        }
    }

    private static double rssMb(Child child) throws IOException {
        return child.ask("memory").get("rssKb").asDouble() / 1024;
    }

    static void receive(Round round) throws IOException {
        try (Pair pair = round.pair()) {
            pair.open(RECEIVING_ROOMS, Round.AT_ONCE);
            // Five times as much as rooms send, or what the opponent manages.
            pair.play(round.contestant() == Contestant.OURS ? 8 : 2, false);
            List<String> rss = new ArrayList<>();
            double first = 0;
            double last = 0;
            double bytes = 0;
            long received = 0;
            for (int until : round.plan().received()) {
                Window seen = pair.measureUntilReceived(until - received);
                received += seen.arrived();
                bytes = seen.receiverBytes();
                last = rssMb(pair.receiver());
                first = rss.isEmpty() ? last : first;
                rss.add(Math.round(last) + " MB");
                round.progress("%d received: RSS %s, %.0f B of garbage each", received, rss, bytes);
            }
            pair.sender().ask("rest");
            int begun = round.plan().received().get(0);
            double kept = (last - first) * 1024 * 1024 / Math.max(1, received - begun);
            round.value("allocBytesPerReceived", bytes);
            round.value("keptBytesPerReceived", kept);
            round.say("received datagrams", "%s", round.plan().received());
            round.say("  RSS of the receiver", "%s", String.join(", ", rss));
            round.say("  bytes kept a datagram after the first " + begun, "%.1f", kept);
            round.say("  bytes of garbage a datagram", "%.0f", bytes);
        }
    }
}

package dev.odinbot.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rooms that play, paced by the frame clock. */
final class PacedParts {

    private static final int COMPARED_ROOMS = 200;

    private PacedParts() {}

    static void cpu(Round round) throws IOException {
        try (Pair pair = round.pair()) {
            int most = round.plan().rooms().get(0);
            pair.open(most, Round.AT_ONCE);
            warm(pair, round);
            for (int rooms : round.plan().rooms()) {
                pair.sender().ask("close", "rest", rooms);
                Window seen = play(pair, round, rooms, round.plan().window());
                double uncertain = seen.cpuResolutionMicros();
                round.say(
                        rooms + " rooms: sender CPU µs/datagram",
                        uncertain > seen.cpuMicros() / 20 ? "%.1f ±%.0f" : "%.2f",
                        seen.cpuMicros(),
                        uncertain);
                round.say(
                        rooms + " rooms: clock thread, receiver µs/datagram",
                        "%.1f, %.1f",
                        seen.clockCpuMicros(),
                        seen.receiverCpuMicros());
                round.say(rooms + " rooms: steal, cores of others", "%s", seen.noise());
                if (rooms == COMPARED_ROOMS) {
                    round.value("cpuMicrosPerDatagram", seen.cpuMicros());
                    round.value("clockCpuMicrosPerDatagram", seen.clockCpuMicros());
                    round.value("allocBytesPerDatagram", seen.clockBytes());
                    round.say(rooms + " rooms: garbage on the clock thread, B/datagram", "%.0f", seen.clockBytes());

                } else {
                    round.value("cpuMicrosPerDatagram" + rooms, seen.cpuMicros());
                }
            }
        }
    }

    static void clean(Round round) throws IOException {
        try (Pair pair = round.pair()) {
            List<Integer> good = new ArrayList<>();
            int open = 0;
            for (int rooms : round.plan().ladder()) {
                pair.open(rooms - open, Round.AT_ONCE);
                open = rooms;
                if (open == round.plan().ladder().get(0)) {
                    warm(pair, round);
                }
                if (!look(pair, round, rooms, round.plan().rung()).isClean()) {
                    break;
                }
                good.add(rooms);
            }
            confirm(pair, round, good);
        }
    }

    /** The largest size that stays clean for long. */
    private static void confirm(Pair pair, Round round, List<Integer> good) throws IOException {
        for (int i = good.size() - 1; i >= 0; i--) {
            int rooms = good.get(i);
            pair.sender().ask("close", "rest", rooms);
            Window seen = look(pair, round, rooms, round.plan().confirmation());
            if (seen.isClean()) {
                long seconds = round.plan().confirmation().toSeconds();
                round.value("cleanRooms", rooms);
                round.value("p99LatenessMs", seen.latenessMillis(1));
                round.value("cleanCpuMicrosPerDatagram", seen.cpuMicros());
                round.say("clean rooms", "%d", rooms);
                round.say("  in " + seconds + " s: tick lateness p50 p99 p99.9 max ms", "%s", seen.lateness());
                round.say("  datagram sent after its deadline, ms", "%s", seen.sentAfter());
                round.say("  missed ticks, delivered", "%d, %.3f %%", seen.missed(), seen.delivered() * 100);
                round.say("  sender, receiver µs/datagram", "%.1f, %.1f", seen.cpuMicros(), seen.receiverCpuMicros());
                round.say("  sender cores", "%.2f", seen.senderCores());
                round.say("  steal, cores of others", "%s", seen.noise());
                return;
            }
        }
        round.value("cleanRooms", 0);
        round.say("clean rooms", "none of %s", round.plan().ladder());
    }

    /** A few tries, when others disturb. */
    private static Window look(Pair pair, Round round, int rooms, Duration duration) throws IOException {
        Window seen = play(pair, round, rooms, duration);
        for (int i = 1; i < round.plan().tries() && !seen.isClean() && !seen.isQuiet(); i++) {
            seen = play(pair, round, rooms, duration);
        }
        round.say(
                rooms + " rooms, " + duration.toSeconds() + " s: late p99 ms, missed, delivered %",
                "%.2f, %d, %.2f",
                seen.latenessMillis(1),
                seen.missed(),
                seen.delivered() * 100);
        return seen;
    }

    static void handover(Round round) throws IOException {
        for (int rooms : List.of(COMPARED_ROOMS, 1000)) {
            if (rooms > COMPARED_ROOMS && round.contestant() != Contestant.OURS) {
                continue;
            }
            try (Pair pair = round.pair()) {
                pair.open(rooms, Round.AT_ONCE);
                warm(pair, round);
                Window inline = play(pair, round, rooms, round.plan().window());
                pair.play(1, true);
                Pair.pause(round.plan().settle());
                Window handedOver = pair.measure(round.plan().window());
                pair.sender().ask("rest");
                round.progress("%d rooms, handed over: %s", rooms, handedOver);
                row(round, rooms + " rooms, sent on the clock thread", inline);
                row(round, rooms + " rooms, handed to a sender thread", handedOver);
            }
        }
    }

    private static void row(Round round, String what, Window seen) {
        round.say(what + ": µs/datagram, clock's", "%.2f, %.2f", seen.cpuMicros(), seen.clockCpuMicros());
        round.say(what + ": tick lateness ms", "%s", seen.lateness());
        round.say(what + ": sent after deadline ms", "%s", seen.sentAfter());
    }

    /** Until the compilers are done with what matters. */
    private static void warm(Pair pair, Round round) throws IOException {
        pair.play(1, false);
        Pair.pause(round.plan().warmUp());
        pair.sender().ask("rest");
    }

    private static Window play(Pair pair, Round round, int rooms, Duration duration) throws IOException {
        pair.play(1, false);
        Pair.pause(round.plan().settle());
        Window seen = pair.measure(duration);
        pair.sender().ask("rest");
        round.progress("%d rooms, %d s: %s", rooms, duration.toSeconds(), seen);
        return seen;
    }
}

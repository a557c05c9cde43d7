package dev.odinbot.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long and how much is measured.
 *
 * @param warmUp of paced sending, after which the compilers have little left to do
 * @param window one measurement of CPU
 * @param rung the first look at each size of the ladder of clean rooms
 * @param confirmation the long look at the largest that was clean at first
 * @param tries how often a size is looked at while others disturb
 * @param resting how long connections are left alone before their memory is looked at; threads end meanwhile
 * @param churn after how many connects and closes memory is looked at
 * @param received after how many datagrams memory is looked at
 * @param iterations of a second each, for JMH
 */
record Plan(
        Duration settle,
        Duration warmUp,
        Duration window,
        Duration rung,
        Duration confirmation,
        int tries,
        Duration resting,
        Duration idle,
        int connects,
        int joins,
        int idleConnections,
        List<Integer> rooms,
        List<Integer> ladder,
        List<Integer> churn,
        List<Integer> received,
        int iterations) {

    private static final List<Integer> ROOMS = List.of(200, 100, 50, 10, 1);

    static Plan of(Contestant contestant, boolean quick) {
        boolean ours = contestant == Contestant.OURS;
        return quick ? quick(ours) : full(ours);
    }

    /** The opponent leaks with every connection and datagram, and takes its time: it is asked for fewer. */
    private static Plan full(boolean ours) {
        return new Plan(
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(8),
                Duration.ofSeconds(60),
                3,
                Duration.ofSeconds(12),
                Duration.ofSeconds(30),
                50,
                1000,
                1000,
                ROOMS,
                ours ? List.of(200, 500, 1000, 1500, 2000, 2500) : List.of(50, 100, 200, 300),
                ours ? List.of(2000, 5000, 10_000) : List.of(500, 1000, 2000),
                ours ? List.of(200_000, 500_000, 1_000_000) : List.of(50_000, 100_000, 200_000),
                3);
    }

    private static Plan quick(boolean ours) {
        return new Plan(
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofSeconds(6),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                20,
                ours ? 1000 : 100,
                ours ? 1000 : 200,
                List.of(200, 10),
                ours ? List.of(500, 1000, 2000) : List.of(100, 200),
                ours ? List.of(500, 1000, 2000) : List.of(50, 100, 200),
                ours ? List.of(50_000, 100_000, 200_000) : List.of(10_000, 20_000, 40_000),
                1);
    }

    Plan withLadder(List<Integer> other) {
        return new Plan(
                settle,
                warmUp,
                window,
                rung,
                confirmation,
                tries,
                resting,
                idle,
                connects,
                joins,
                idleConnections,
                rooms,
                other,
                churn,
                received,
                iterations);
    }
}

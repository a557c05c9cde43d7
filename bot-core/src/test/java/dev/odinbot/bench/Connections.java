package dev.odinbot.bench;

import dev.odinbot.odin.transport.DataChannels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The connections of the {@link Sender}. One thread. */
final class Connections {

    private static final Duration OPEN_LIMIT = Duration.ofMinutes(2);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);

    private final DataChannels channels;
    private final Signalling receiver;
    private final List<Connection> open = new ArrayList<>();
    private final Map<Integer, Connection> byNumber = new ConcurrentHashMap<>();
    private final ExecutorService closing = Executors.newSingleThreadExecutor();
    private int numbers;

    Connections(DataChannels channels, int receiverPort) throws IOException {
        this.channels = channels;
        this.receiver = new Signalling(new Socket(InetAddress.getLoopbackAddress(), receiverPort), (number, answer) -> {
            Connection connection = byNumber.get(number);
            if (connection != null) {
                connection.accept(answer);
            }
        });
    }

    List<Connection> open() {
        return open;
    }

    /** Opens {@code count} more, at most {@code atOnce} at any time. */
    Map<String, ?> open(int count, int atOnce) throws InterruptedException {
        long start = System.nanoTime();
        long limit = start + OPEN_LIMIT.toNanos();
        Semaphore free = new Semaphore(atOnce);
        List<Connection> begun = new ArrayList<>();
        for (int i = 0; i < count && free.tryAcquire(limit - System.nanoTime(), TimeUnit.NANOSECONDS); i++) {
            Connection connection = begin();
            CompletableFuture<?> unused = connection.opening().whenComplete((nanos, fault) -> free.release());
            begun.add(connection);
        }
        boolean all = free.tryAcquire(atOnce, limit - System.nanoTime(), TimeUnit.NANOSECONDS);
        long nanos = System.nanoTime() - start;
        List<Connection> good = begun.stream().filter(Connections::isOpen).toList();
        open.addAll(good);
        double[] millis =
                good.stream().mapToDouble(c -> c.opening().join() / 1e6).toArray();
        return Map.of("seconds", nanos / 1e9, "opened", good.size(), "inTime", all, "millis", millis);
    }

    private static boolean isOpen(Connection connection) {
        return connection.opening().isDone() && !connection.opening().isCompletedExceptionally();
    }

    private Connection begin() {
        int number = numbers++;
        Connection connection = new Connection();
        byNumber.put(number, connection);
        CompletableFuture<?> ended = connection.end().thenRun(() -> {
            byNumber.remove(number);
            receiver.say(number, "");
        });
        CompletionStage<?> unused = channels.offer(connection).whenComplete((channel, fault) -> {
            if (fault == null) {
                connection.made(channel);
                receiver.say(number, channel.localDescription());
            } else {
                connection.failed(fault);
            }
        });
        return connection;
    }

    /** Closes all but {@code rest}. */
    Map<String, ?> close(int rest) throws Exception {
        List<Connection> last = new ArrayList<>(open.subList(rest, open.size()));
        open.subList(rest, open.size()).clear();
        last.forEach(Connection::close);
        CompletableFuture.allOf(last.stream().map(Connection::end).toArray(CompletableFuture<?>[]::new))
                .get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        return Map.of();
    }

    /** Opens and at once closes {@code count}, at most {@code atOnce} at any time. */
    Map<String, ?> churn(int count, int atOnce) throws InterruptedException {
        long start = System.nanoTime();
        Semaphore free = new Semaphore(atOnce);
        Semaphore failures = new Semaphore(0);
        for (int i = 0; i < count; i++) {
            free.acquire();
            Connection connection = begin();
            CompletableFuture<?> unused = connection
                    .opening()
                    .whenCompleteAsync(
                            (nanos, fault) -> {
                                if (fault != null) {
                                    failures.release();
                                }
                                connection.close();
                            },
                            closing);
            unused = connection.end().thenRun(free::release);
        }
        boolean all = free.tryAcquire(atOnce, CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        return Map.of(
                "seconds", (System.nanoTime() - start) / 1e9, "failed", failures.availablePermits(), "inTime", all);
    }
}

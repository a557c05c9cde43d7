package dev.odinbot.store;

import dev.odinbot.api.storage.StorageException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The work of one owner, done in the order in which it was asked for, beside that of the others. So much may wait and no more: further
 * work is refused rather than made to wait. Any thread; nothing blocks.
 */
final class Lane implements AutoCloseable {

    /** Pieces of work that may wait. */
    static final int MAX_WAITING = 1000;

    /** So many characters count as another piece: a thousand of the longest values would not fit into the memory. */
    private static final int PIECE_CHARS = 1 << 14;

    private final Connections connections;
    private final Executor executor;
    private final Executor answers;
    private final Semaphore room = new Semaphore(MAX_WAITING);
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;

    /** @param answers where stages complete: what hangs on them must not keep the next work waiting */
    Lane(Connections connections, Executor executor, Executor answers) {
        this.connections = connections;
        this.executor = executor;
        this.answers = answers;
    }

    /** @param chars how much text the work carries */
    <T> CompletionStage<T> submit(Access access, int chars, Work<T> work) {
        if (closed) {
            return refused("The bot is stopping: nothing more is stored");
        }
        int pieces = Math.min(MAX_WAITING, 1 + chars / PIECE_CHARS);
        if (!room.tryAcquire(pieces)) {
            return refused("Too much is waiting to be stored or read. Ask for less at a time, and wait for the stages");
        }
        waiting.incrementAndGet();
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            executor.execute(() -> complete(done, access, pieces, work));
        } catch (RejectedExecutionException e) {
            release(pieces);
            return refused("The bot is stopping: nothing more is stored");
        }
        return done;
    }

    private <T> void complete(CompletableFuture<T> done, Access access, int pieces, Work<T> work) {
        T result;
        try {
            result = connections.run(access, work);
        } catch (RuntimeException | Error e) {
            release(pieces);
            answers.execute(() -> done.completeExceptionally(e));
            return;
        }
        release(pieces);
        answers.execute(() -> done.complete(result));
    }

    private void release(int pieces) {
        waiting.decrementAndGet();
        room.release(pieces);
    }

    int waiting() {
        return waiting.get();
    }

    static <T> CompletionStage<T> refused(String why) {
        return CompletableFuture.failedFuture(new StorageException(why, null));
    }

    @Override
    public void close() {
        closed = true;
    }
}

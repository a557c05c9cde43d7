package dev.odinbot.bench;

import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.odin.transport.DataChannelListener;
import java.util.concurrent.CompletableFuture;

/** One connection of the {@link Sender}, from the call that makes the offer on. */
final class Connection implements DataChannelListener {

    private final long startNanos = System.nanoTime();
    private final CompletableFuture<DataChannel> made = new CompletableFuture<>();
    private final CompletableFuture<Long> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    void made(DataChannel channel) {
        made.complete(channel);
    }

    void failed(Throwable fault) {
        made.completeExceptionally(fault);
        opened.completeExceptionally(fault);
        closed.complete(null);
    }

    @Override
    public void opened() {
        opened.complete(System.nanoTime() - startNanos);
    }

    @Override
    public void closed(String reason) {
        opened.completeExceptionally(new IllegalStateException("closed before it was open: " + reason));
        closed.complete(null);
    }

    void accept(String answer) {
        if (answer.isEmpty()) {
            failed(new IllegalStateException("the offer was refused"));
        } else {
            channel().accept(answer);
        }
    }

    void close() {
        CompletableFuture<?> unused = made.thenAccept(DataChannel::close);
    }

    DataChannel channel() {
        return made.join();
    }

    /** How long it took, in nanoseconds. */
    CompletableFuture<Long> opening() {
        return opened;
    }

    CompletableFuture<Void> end() {
        return closed;
    }
}

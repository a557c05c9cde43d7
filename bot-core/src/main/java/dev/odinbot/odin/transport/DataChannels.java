package dev.odinbot.odin.transport;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** Makes data channels. One per process; usable from any thread. */
public interface DataChannels extends AutoCloseable {

    /** A channel with an offer ready to be sent; give it the answer with {@link DataChannel#accept}. */
    CompletionStage<DataChannel> offer(DataChannelListener listener);

    /**
     * A channel that answers {@code offer}; its local description has all candidates.
     *
     * @return fails with {@link IllegalArgumentException} when the offer is not a description that a data channel can use
     */
    CompletionStage<DataChannel> answer(String offer, DataChannelListener listener);

    /**
     * Opens the UDP port of what we answer, rather than with the first answer.
     *
     * @throws IOException when it cannot be opened
     */
    default void listen() throws IOException {}

    /** Makes the first connection as quick as later ones, in the background; costs some CPU for a moment. */
    default void warmUp() {}

    /** Closes every channel made. */
    @Override
    void close();
}

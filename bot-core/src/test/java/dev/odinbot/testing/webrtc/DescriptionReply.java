package dev.odinbot.testing.webrtc;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The library's answer to one call that makes or takes a description. Lets go of everything once it has come. */
final class DescriptionReply implements CreateSessionDescriptionObserver, SetSessionDescriptionObserver {

    private @Nullable CompletableFuture<RTCSessionDescription> future;
    private @Nullable RTCSessionDescription taken;

    private DescriptionReply(CompletableFuture<RTCSessionDescription> future, @Nullable RTCSessionDescription taken) {
        this.future = future;
        this.taken = taken;
    }

    static CompletableFuture<RTCSessionDescription> making(Consumer<CreateSessionDescriptionObserver> call) {
        CompletableFuture<RTCSessionDescription> future = new CompletableFuture<>();
        call.accept(new DescriptionReply(future, null));
        return future;
    }

    /** Completes with {@code description} once it has been taken. */
    static CompletableFuture<RTCSessionDescription> taking(
            RTCSessionDescription description, Consumer<SetSessionDescriptionObserver> call) {
        CompletableFuture<RTCSessionDescription> future = new CompletableFuture<>();
        call.accept(new DescriptionReply(future, description));
        return future;
    }

    @Override
    public void onSuccess() {
        RTCSessionDescription description = taken;
        if (description != null) {
            onSuccess(description);
        }
    }

    @Override
    public void onSuccess(RTCSessionDescription description) {
        CompletableFuture<RTCSessionDescription> waiting = release();
        if (waiting != null) {
            waiting.complete(description);
        }
    }

    @Override
    public void onFailure(String error) {
        CompletableFuture<RTCSessionDescription> waiting = release();
        if (waiting != null) {
            waiting.completeExceptionally(new IllegalArgumentException("Not a usable session description: " + error));
        }
    }

    private synchronized @Nullable CompletableFuture<RTCSessionDescription> release() {
        CompletableFuture<RTCSessionDescription> waiting = future;
        future = null;
        taken = null;
        return waiting;
    }
}

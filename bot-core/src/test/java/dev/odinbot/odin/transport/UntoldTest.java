package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.inject.Guice;
import dev.odinbot.odin.transport.udp.UdpLoop;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.TimeModule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UntoldTest {

    private final UdpLoop loop =
            new UdpLoop("odin-udp-test", Guice.createInjector(new TimeModule()).getInstance(Ticker.class));
    private final Object lock = new Object();

    @AfterEach
    void close() {
        loop.close();
    }

    private void onLoop(Runnable what) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                what.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        done.get(30, TimeUnit.SECONDS);
    }

    @Test
    void tell_everythingAtOnce_isToldInOrder() throws Exception {
        Ear ear = new Ear();
        Untold untold = new Untold(loop, ear, lock);
        onLoop(() -> {
            synchronized (lock) {
                untold.closed("over");
                untold.message(new byte[] {1}, 0, 1);
                untold.opened();
            }
            untold.tell();
        });

        assertThat(ear.events()).containsExactly("opened", "received", "closed");
        assertThat(ear.threads()).containsExactly("odin-udp-test");
    }

    @Test
    void tell_listenerFailsWhenOpened_nextConnectionDoesNotHearItsMessages() throws Exception {
        Untold failing = new Untold(
                loop,
                new DataChannelListener() {
                    @Override
                    public void opened() {
                        throw new IllegalStateException("on purpose");
                    }
                },
                lock);
        Ear next = new Ear();
        Untold fine = new Untold(loop, next, lock);
        onLoop(() -> {
            synchronized (lock) {
                failing.opened();
                failing.message(new byte[] {1}, 0, 1);
            }
            assertThatIllegalStateException().isThrownBy(failing::tell);
            fine.tell();
        });

        assertThat(next.events()).isEmpty();
    }

    @Test
    void message_onAnotherThread_isRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Untold(loop, new Ear(), lock).message(new byte[] {1}, 0, 1));
    }
}

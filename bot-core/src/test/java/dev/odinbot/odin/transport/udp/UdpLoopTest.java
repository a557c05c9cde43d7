package dev.odinbot.odin.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.inject.Guice;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.network.LoopbackSix;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.TimeModule;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UdpLoopTest {

    private final Ticker ticker = Guice.createInjector(new TimeModule()).getInstance(Ticker.class);
    private final UdpLoop loop = new UdpLoop("loop-under-test", ticker);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private void hear(ByteBuffer datagram, InetSocketAddress from, long nowNanos) {
        heard.add(StandardCharsets.US_ASCII.decode(datagram) + " on "
                + Thread.currentThread().getName());
    }

    /** What the loop was doing is done. */
    private void awaitTurn() {
        CountDownLatch turn = new CountDownLatch(1);
        loop.execute(turn::countDown);
        await().until(() -> turn.getCount() == 0);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void send_toAnotherSocket_isHeardOnTheLoop(String host) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        assumeTrue(!(address instanceof Inet6Address) || LoopbackSix.isThere(), "this machine has no IPv6");
        UdpSocket wildcard = loop.open(new InetSocketAddress(0), false, this::hear);
        UdpSocket bound = loop.open(new InetSocketAddress(address, 0), true, this::hear);

        wildcard.send(bytes("hello"), new InetSocketAddress(address, bound.port()));
        await().until(() -> heard.size() == 1);
        bound.send(bytes("and back"), new InetSocketAddress(address, wildcard.port()));
        await().until(() -> heard.size() == 2);

        assertThat(heard).containsExactly("hello on loop-under-test", "and back on loop-under-test");
    }

    @Test
    void send_toIpv6FromIpv4Only_isNoFault() throws IOException {
        UdpSocket four = loop.open(new InetSocketAddress("127.0.0.1", 0), false, this::hear);

        four.send(bytes("anybody?"), new InetSocketAddress("2001:db8::1", 9));

        assertThat(four.unsent()).isOne();
        four.send(bytes("to myself"), new InetSocketAddress("127.0.0.1", four.port()));
        await().until(() -> heard.size() == 1);
    }

    @Test
    void handler_thatFails_harmsNobodyElse() throws IOException {
        AtomicBoolean failed = new AtomicBoolean();
        UdpSocket failing = loop.open(new InetSocketAddress("127.0.0.1", 0), false, (datagram, from, now) -> {
            failed.set(true);
            throw new IllegalStateException("on purpose");
        });
        UdpSocket fine = loop.open(new InetSocketAddress("127.0.0.1", 0), false, this::hear);

        String log = CapturedLog.of(() -> {
            fine.send(bytes("bang"), new InetSocketAddress("127.0.0.1", failing.port()));
            await().untilTrue(failed);
            awaitTurn();
        });
        assertThat(log).contains("A datagram could not be handled").contains("on purpose");
        failing.send(bytes("still here"), new InetSocketAddress("127.0.0.1", fine.port()));

        await().until(() -> heard.size() == 1);
    }

    @Test
    void send_nobodyListens_isNoFault() throws IOException {
        UdpSocket one = loop.open(new InetSocketAddress("127.0.0.1", 0), false, this::hear);
        UdpSocket gone = loop.open(new InetSocketAddress("127.0.0.1", 0), false, this::hear);
        gone.close();

        for (int i = 0; i < 3; i++) {
            one.send(bytes("anybody?"), new InetSocketAddress("127.0.0.1", gone.port()));
        }
        gone.send(bytes("no more"), new InetSocketAddress("127.0.0.1", one.port()));
        one.send(bytes("to myself"), new InetSocketAddress("127.0.0.1", one.port()));

        await().until(() -> heard.size() == 1);
        assertThat(heard.get(0)).startsWith("to myself");
    }

    @Test
    void open_addressOfAnotherMachine_isRefused() {
        assertThatThrownBy(() -> loop.open(new InetSocketAddress("203.0.113.1", 0), false, this::hear))
                .isInstanceOf(IOException.class);
    }

    @Test
    void open_ipv6WhereThereIsNone_isRefusedWithAClearWord() throws IOException {
        assumeTrue(!LoopbackSix.isThere(), "this machine has IPv6");

        assertThatThrownBy(() -> loop.open(new InetSocketAddress("::", 0), false, this::hear))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("IPv6");
    }

    @Test
    void mind_deadlineSetByAnotherThreadWhileAsleep_isTickedInTime() {
        AtomicLong deadline = new AtomicLong(Long.MAX_VALUE);
        AtomicInteger ticks = new AtomicInteger();
        Timed timed = new Timed() {
            @Override
            public long deadlineNanos() {
                return deadline.get();
            }

            @Override
            public void tick(long nowNanos) {
                assertThat(nowNanos).isGreaterThanOrEqualTo(deadline.get());
                deadline.set(Long.MAX_VALUE);
                // Last: who waits for it sets the next deadline, which must stay.
                ticks.incrementAndGet();
            }

            @Override
            public void ended(String reason) {
                heard.add(reason);
            }
        };
        loop.watch(timed);

        for (int i = 1; i <= 200; i++) {
            deadline.set(ticker.nanos() + TimeUnit.MICROSECONDS.toNanos(i * 10L));
            loop.mind(deadline.get());
            int expected = i;
            await().pollInterval(Duration.ofNanos(50_000)).until(() -> ticks.get() == expected);
        }
        loop.unwatch(timed);
        awaitTurn();
        deadline.set(0);
        awaitTurn();
        awaitTurn();
        assertThat(ticks).hasValue(200);
    }

    /** Always due, and fails. */
    private final class Failing implements Timed {
        private final AtomicInteger ticks = new AtomicInteger();

        @Override
        public long deadlineNanos() {
            return 0;
        }

        @Override
        public void tick(long nowNanos) {
            ticks.incrementAndGet();
            throw new IllegalStateException("on purpose");
        }

        @Override
        public void ended(String reason) {
            heard.add(reason + " on " + Thread.currentThread().getName());
        }
    }

    @Test
    void tick_thatFailsAndStaysDue_isGivenUpAndTold() {
        Failing failing = new Failing();
        String log = CapturedLog.of(() -> {
            loop.watch(failing);
            await().until(() -> heard.size() == 1);
            loop.mind(1);
            awaitTurn();
            awaitTurn();
        });

        assertThat(heard.get(0)).contains("on purpose").endsWith("on loop-under-test");
        assertThat(failing.ticks).hasValue(1);
        assertThat(log).contains("A deadline could not be handled");
    }

    @Test
    void run_endsAbnormally_tellsWhoIsWatchedAndRefusesTasks() {
        AtomicBoolean broken = new AtomicBoolean();
        UdpLoop other = new UdpLoop("breaking", new Ticker() {
            @Override
            public long nanos() {
                if (broken.get()) {
                    throw new IllegalStateException("no time any more");
                }
                return ticker.nanos();
            }

            @Override
            public Instant now() {
                return ticker.now();
            }

            @Override
            public void parkUntil(long deadlineNanos) {
                ticker.parkUntil(deadlineNanos);
            }
        });
        CapturedLog.of(() -> {
            other.watch(new Timed() {
                @Override
                public long deadlineNanos() {
                    return Long.MAX_VALUE;
                }

                @Override
                public void tick(long nowNanos) {}

                @Override
                public void ended(String reason) {
                    heard.add(reason);
                }
            });
            other.execute(() -> broken.set(true));
            await().until(() -> !heard.isEmpty());
            await().until(() -> !other.execute(() -> {}));
        });

        assertThat(heard).containsExactly("UDP sockets are not read any more");
        other.close();
    }

    @Test
    void close_tasksGivenBefore_areRunAndLaterOnesRefused() {
        AtomicInteger run = new AtomicInteger();
        int taken = 0;
        for (int i = 0; i < 1000; i++) {
            taken += loop.execute(run::incrementAndGet) ? 1 : 0;
        }
        loop.close();
        loop.close();

        assertThat(run).hasValue(taken);
        assertThat(loop.execute(run::incrementAndGet)).isFalse();
        assertThatThrownBy(() -> loop.open(new InetSocketAddress(0), false, this::hear))
                .isInstanceOf(IOException.class);
    }
}

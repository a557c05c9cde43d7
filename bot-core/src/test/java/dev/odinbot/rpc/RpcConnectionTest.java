package dev.odinbot.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@SuppressWarnings("ArrayRecordComponent")
class RpcConnectionTest {

    private final ManualTimers timers = new ManualTimers(new FakeTicker());
    private final Refusals refusals = new Refusals(LoggerFactory.getLogger(RpcConnectionTest.class), "test");
    private final List<String> heard = new ArrayList<>();
    private RpcReply reply = RpcReply.nil();

    private final RpcHandler handler = new RpcHandler() {
        @Override
        public CompletionStage<RpcReply> request(String method, RpcValue params) {
            heard.add(method + " " + params.as(Hello.class));
            return CompletableFuture.completedStage(reply);
        }

        @Override
        public void notification(String method, RpcValue params) {
            heard.add(method + " " + params.as(Hello.class));
            if (method.equals("Explode")) {
                throw new IllegalStateException("on purpose");
            }
        }
    };

    private RpcConnection server = new RpcConnection(frame -> false, handler, timers, refusals);
    private final RpcConnection client = new RpcConnection(
            frame -> {
                server.receive(frame);
                return true;
            },
            new RpcHandler() {},
            timers,
            refusals);

    private RpcConnectionTest() {
        server = new RpcConnection(
                frame -> {
                    client.receive(frame);
                    return true;
                },
                handler,
                timers,
                refusals);
    }

    record Hello(String roomId, @Nullable Integer age) {}

    record Pair(byte[] userData, List<Long> ids) {}

    @Test
    void call_handlerAnswers_bringsTheRecord() {
        reply = RpcReply.of(new Pair(new byte[] {1, -2}, List.of(3L, 5_000_000_000L)));
        Pair pair = join(client.call("Greet", new Hello("Lobby", null), Pair.class));
        assertThat(pair.userData()).containsExactly(1, -2);
        assertThat(pair.ids()).containsExactly(3L, 5_000_000_000L);
        assertThat(heard).containsExactly("Greet Value[get=Hello[roomId=Lobby, age=null]]");
        assertThat(timers.waiting()).as("time-outs left behind").isZero();
    }

    @Test
    void call_refused_failsWithTheServersWords() {
        reply = RpcReply.refused("room full");
        assertRpcException(client.call("Greet", new Hello("Lobby", 1)), RpcException.Kind.REFUSED, "room full");
    }

    @Test
    void call_answerOfAnotherShape_isMalformed() {
        reply = RpcReply.of(new Hello("Lobby", 1));
        assertRpcException(
                client.call("Greet", new Hello("Lobby", 1), Pair.class),
                RpcException.Kind.MALFORMED,
                "the answer is not usable: Pair.user_data: missing or of the wrong type");
    }

    @Test
    void call_noAnswer_timesOutAfterFiveSeconds() {
        RpcConnection deaf = new RpcConnection(frame -> true, handler, timers, refusals);
        CompletionStage<Void> call = deaf.call("Greet", Map.of());
        timers.advance(Duration.ofMillis(4999));
        assertThat(call.toCompletableFuture()).isNotDone();
        timers.advance(Duration.ofMillis(1));
        assertRpcException(call, RpcException.Kind.TIMED_OUT, "no answer within 5 s");
    }

    @Test
    void close_callsWaiting_failsThemAndLaterOnes() {
        RpcConnection deaf = new RpcConnection(frame -> true, handler, timers, refusals);
        CompletionStage<Void> call = deaf.call("Greet", Map.of());
        deaf.close("gone");
        assertRpcException(call, RpcException.Kind.CLOSED, "gone");
        assertRpcException(deaf.call("Greet", Map.of()), RpcException.Kind.CLOSED, "gone");
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void call_linkTakesNothing_failsAtOnce() {
        RpcConnection full = new RpcConnection(frame -> false, handler, timers, refusals);
        assertRpcException(full.call("Greet", Map.of()), RpcException.Kind.CLOSED, "the connection is closed");
    }

    @Test
    void request_unknownToTheOtherSide_isAnsweredSo() {
        assertRpcException(server.call("Greet", Map.of()), RpcException.Kind.REFUSED, "unknown method");
    }

    @Test
    void request_handlerFails_isAnsweredAndNotThrown() {
        RpcConnection failing = new RpcConnection(
                frame -> {
                    client.receive(frame);
                    return true;
                },
                new RpcHandler() {
                    @Override
                    public CompletionStage<RpcReply> request(String method, RpcValue params) {
                        throw new IllegalStateException("on purpose");
                    }
                },
                timers,
                refusals);
        List<byte[]> sent = new ArrayList<>();
        RpcConnection recording = new RpcConnection(
                frame -> {
                    sent.add(frame);
                    return true;
                },
                handler,
                timers,
                refusals);
        CompletionStage<Void> call = recording.call("Greet", Map.of());
        List<byte[]> answers = new ArrayList<>();
        RpcConnection answering = new RpcConnection(answers::add, new RpcHandler() {}, timers, refusals);
        assertThat(answering).isNotNull();
        failing.receive(sent.get(0)); // its answer goes to client, which has no such call
        assertThat(refusals.counts()).containsEntry("answer to no call", 1L);
        recording.receive(RpcCodec.response(1, RpcReply.refused("internal error")));
        assertRpcException(call, RpcException.Kind.REFUSED, "internal error");
    }

    @Test
    void request_answerCannotBeWritten_isAnsweredAsAFault() {
        reply = RpcReply.of(new Unwritable());
        assertRpcException(client.call("Greet", Map.of()), RpcException.Kind.REFUSED, "internal error");
    }

    static final class Unwritable {
        public String getText() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void result_withNothingInAList_isMalformed() {
        reply = RpcReply.of(new Pair(new byte[0], Arrays.asList(1L, null)));
        assertRpcException(
                client.call("Greet", Map.of(), Pair.class),
                RpcException.Kind.MALFORMED,
                "the answer is not usable: Pair.ids[1]: missing or of the wrong type");
    }

    @Test
    void notification_handlerFails_theNextIsHeard() {
        client.notify("Explode", Map.of());
        client.notify("Note", new Hello("Lobby", 7));
        assertThat(heard)
                .containsExactly(
                        "Explode Invalid[reason=Hello.room_id: missing or of the wrong type]",
                        "Note Value[get=Hello[roomId=Lobby, age=7]]");
    }

    private static void assertRpcException(CompletionStage<?> call, RpcException.Kind kind, String message) {
        assertThat(call.toCompletableFuture()).isCompletedExceptionally();
        assertThatThrownBy(() -> join(call)).isInstanceOfSatisfying(RpcException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessage(message);
            assertThat(e.method()).isEqualTo("Greet");
        });
    }

    private static <T> T join(CompletionStage<T> call) {
        try {
            return call.toCompletableFuture().getNow(null);
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }
}

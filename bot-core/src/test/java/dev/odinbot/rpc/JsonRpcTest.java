package dev.odinbot.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("ArrayRecordComponent")
class JsonRpcTest {

    record Address(String address) {}

    record Bytes(byte[] message) {}

    @Test
    void request_written_isTheGatewaysForm() {
        assertThat(new String(JsonRpc.request(1, "Connect", Map.of()), UTF_8))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Connect\",\"params\":{}}");
    }

    @Test
    void request_read_answersWithItsId() {
        JsonRpc.Request request = JsonRpc.readRequest(
                        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"RoomUpdate\",\"params\":{\"message\":[1,255]}}"
                                .getBytes(UTF_8))
                .value()
                .orElseThrow();
        assertThat(request.method()).isEqualTo("RoomUpdate");
        assertThat(request.params().as(Bytes.class).value().orElseThrow().message())
                .containsExactly(1, -1);
        assertThat(new String(JsonRpc.result(request.id(), new Address("a:1")), UTF_8))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":{\"address\":\"a:1\"}}");
        assertThat(new String(JsonRpc.error(null, JsonRpc.PARSE_ERROR, "no"), UTF_8))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}");
    }

    @Test
    void response_read_isResultOrError() {
        assertThat(JsonRpc.readResponse("{\"result\":{\"address\":\"h:1\"}}".getBytes(UTF_8))
                        .value())
                .containsInstanceOf(JsonRpc.Response.Result.class);
        assertThat(JsonRpc.readResponse("{\"error\":{\"code\":-32600,\"message\":\"full\"}}".getBytes(UTF_8)))
                .isEqualTo(new Decoded.Value<>(new JsonRpc.Response.Refused(-32600, "full")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{}{}",
                "{\"jsonrpc\":\"2.0\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":7}",
                "{\"jsonrpc\":\"1.0\",\"method\":\"a\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"a\"}",
                "\u0000\u0000"
            })
    void read_nonsense_isInvalid(String json) {
        assertThat(JsonRpc.readRequest(json.getBytes(UTF_8))).isInstanceOf(Decoded.Invalid.class);
        assertThat(JsonRpc.readResponse(json.getBytes(UTF_8))).isInstanceOf(Decoded.Invalid.class);
    }

    @Test
    void read_hostile_isInvalid() {
        byte[] garbage = new byte[1_000_000];
        new Random(3).nextBytes(garbage);
        assertThat(JsonRpc.readRequest(garbage)).isInstanceOf(Decoded.Invalid.class);
        assertThat(JsonRpc.readRequest("[".repeat(500_000).getBytes(UTF_8))).isInstanceOf(Decoded.Invalid.class);
        assertThat(JsonRpc.readRequest("{\"a\":".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(Decoded.Invalid.class);
        assertThat(JsonRpc.readRequest(new byte[10_000_000])).isInstanceOf(Decoded.Invalid.class);
    }
}

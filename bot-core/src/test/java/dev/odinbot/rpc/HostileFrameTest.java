package dev.odinbot.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.sun.management.ThreadMXBean;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.msgpack.jackson.dataformat.MessagePackFactory;
import org.slf4j.LoggerFactory;

@SuppressWarnings("ArrayRecordComponent")
class HostileFrameTest {

    private final Refusals refusals = new Refusals(LoggerFactory.getLogger(HostileFrameTest.class), "test");
    private final RpcConnection connection =
            new RpcConnection(frame -> true, new RpcHandler() {}, new ManualTimers(new FakeTicker()), refusals);

    record Wanted(
            int mediaId,
            String text,
            byte[] bytes,
            List<Long> ids,
            @Nullable Inner inner) {}

    record Inner(double x) {}

    @Test
    void receive_megabyteOfGarbage_isCountedOnly() {
        Random random = new Random(42);
        for (int i = 0; i < 20; i++) {
            byte[] garbage = new byte[1_000_000];
            random.nextBytes(garbage);
            connection.receive(garbage);
        }
        assertThat(total()).isEqualTo(20);
    }

    @Test
    void receive_hugeFrame_isRefusedByItsLength() {
        byte[] frame = new byte[Mappers.MAX_BYTES + 1];
        connection.receive(frame);
        assertThat(refusals.counts()).isEqualTo(Map.of("frame too long", 1L));
    }

    @Test
    void receive_deepNesting_isRefusedWithoutOverflow() {
        byte[] arrays = new byte[1_000_000];
        Arrays.fill(arrays, (byte) 0x91);
        connection.receive(arrays);
        ByteArrayOutputStream maps = new ByteArrayOutputStream();
        for (int i = 0; i < 300_000; i++) {
            maps.writeBytes(new byte[] {(byte) 0x81, (byte) 0xa1, 'a'});
        }
        connection.receive(maps.toByteArray());
        assertThat(refusals.counts()).isEqualTo(Map.of("frame nested too deep", 2L));
    }

    /** Why {@link FrameShape} has to count for itself; should this fail one day, Jackson may do it. */
    @Test
    void messagePackLibrary_nestingLimit_isNotKept() throws IOException {
        MessagePackFactory factory = new MessagePackFactory();
        factory.setStreamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(4).build());
        byte[] frame = new byte[100];
        Arrays.fill(frame, (byte) 0x91);
        frame[99] = 1;
        try (JsonParser parser = factory.createParser(frame)) {
            int deepest = 0;
            for (int depth = 0; depth < 99 && parser.nextToken() == JsonToken.START_ARRAY; depth++) {
                deepest = depth;
            }
            assertThat(deepest).isEqualTo(98);
        }
    }

    @Test
    void receive_nestedJustDeepEnough_isTaken() {
        byte[] frame = new byte[Mappers.MAX_DEPTH + 1];
        Arrays.fill(frame, (byte) 0x91);
        frame[Mappers.MAX_DEPTH] = 1;
        assertThat(FrameShape.check(frame)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "dd ffffffff",
        "df ffffffff",
        "c6 7fffffff",
        "db 7fffffff",
        "c9 ffffffff 00",
        "dc ffff",
        "de ffff",
        "c5 ffff",
        "da ffff",
        "c8 ffff 00",
        "dd 7fffffff 00",
        "94 00 01 a1 61 df ffffffff",
        "93 02 a1 61 c6 7fffffff 00"
    })
    void receive_absurdLength_allocatesNothingOfTheKind(String hex) {
        byte[] frame = HexFormat.of().parseHex(hex.replace(" ", ""));
        connection.receive(frame); // classes are loaded, the first refusal logged
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        connection.receive(frame);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
        assertThat(refusals.counts()).isEqualTo(Map.of("not MessagePack", 2L));
    }

    @Test
    void receive_manyTinyValues_isRefused() {
        ByteBuffer frame = ByteBuffer.allocate(1_000_000);
        frame.put((byte) 0xdd).putInt(frame.capacity() - 5);
        connection.receive(frame.array());
        assertThat(refusals.counts()).isEqualTo(Map.of("too many values in a frame", 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "c0",
        "90",
        "80",
        "01",
        "9100",
        "940001a161",
        "9503",
        "94 03 01 a161 c0",
        "94 00 a161 a161 c0",
        "94 00 ff a161 c0",
        "94 01 01 07 c0",
        "93 02 07 c0",
        "94 00 cf ffffffffffffffff a161 c0",
        "94 00 01 c4 01 61 c0",
        "c1",
        "''",
        "81 01 02",
        "94 ca 00000000 01 a161 c0",
        "93 02 a161 c0 c0"
    })
    void receive_notAFrame_isRefused(String hex) {
        connection.receive(HexFormat.of().parseHex(hex.replace(" ", "")));
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void receive_answerNobodyWaitsFor_isCounted() {
        connection.receive(RpcCodec.response(77, RpcReply.nil()));
        connection.receive(RpcCodec.response(78, RpcReply.refused("no")));
        assertThat(refusals.counts()).isEqualTo(Map.of("answer to no call", 2L));
    }

    @ParameterizedTest
    @CsvSource({
        "media_id, a131",
        "media_id, cb3ff0000000000000",
        "media_id, cf00000000ffffffff",
        "media_id, c0",
        "media_id, c3",
        "text, 07",
        "text, c3",
        "text, 90",
        "text, c0",
        "text, c40161",
        "bytes, a26162",
        "bytes, 07",
        "bytes, 91a161",
        "ids, 07",
        "ids, 91a161",
        "ids, 91cb3ff8000000000000",
        "ids, 80",
        "inner, 07",
        "inner, 81a178a131"
    })
    void as_wrongTypeInOneField_namesTheField(String field, String valueHex) {
        RpcValue params = params(field, valueHex);
        assertThat(params.as(Wanted.class))
                .isInstanceOfSatisfying(
                        Decoded.Invalid.class,
                        invalid -> assertThat(invalid.reason())
                                .startsWith("Wanted." + field)
                                .endsWith(": missing or of the wrong type"));
    }

    @Test
    void as_undefinedUnknownAndMissingNullable_isTaken() {
        Wanted wanted = params("inner", "d40000").as(Wanted.class).value().orElseThrow();
        assertThat(wanted.inner()).isNull();
        assertThat(params("stranger", "c70509aabbccddee").as(Wanted.class)).isInstanceOf(Decoded.Value.class);
        assertThat(params("inner", "81a17807")
                        .as(Wanted.class)
                        .value()
                        .orElseThrow()
                        .inner())
                .isEqualTo(new Inner(7));
    }

    @Test
    void as_notAMap_isInvalid() {
        RpcCodec.Frame.Notification frame =
                (RpcCodec.Frame.Notification) RpcCodec.decode(HexFormat.of().parseHex("9302a16107"));
        assertThat(frame.params().as(Wanted.class)).isEqualTo(new Decoded.Invalid<>("Wanted: not a map"));
        assertThat(frame.params().toString()).isEqualTo("RpcValue[NUMBER of 0]");
    }

    @Test
    void receive_damagedGoodFrames_neverThrows() {
        byte[] good = RpcCodec.request(
                7, "StartMedia", Map.of("media_id", 1, "list", List.of(1, "two", 3.0), "b", new byte[40]));
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(good, 1 + random.nextInt(good.length + 4));
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            RpcCodec.Frame frame = RpcCodec.decode(damaged);
            if (frame instanceof RpcCodec.Frame.Request request) {
                assertThat(request.params().as(Wanted.class)).isInstanceOf(Decoded.Invalid.class);
            }
            connection.receive(damaged);
        }
    }

    @Test
    void count_controlCharacters_cannotForgeALogLine() {
        refusals.count("kind", "a\nINFO forged" + "x".repeat(1000));
        assertThat(refusals.counts()).isEqualTo(Map.of("kind", 1L));
    }

    private long total() {
        return refusals.counts().values().stream().mapToLong(n -> n).sum();
    }

    /** Good params, but for one field with the given bytes. */
    private static RpcValue params(String field, String valueHex) {
        Map<String, String> fields =
                new LinkedHashMap<>(Map.of("media_id", "01", "text", "a161", "bytes", "c40161", "ids", "9101"));
        fields.put(field, valueHex);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(HexFormat.of().parseHex("9302a161"));
        frame.write(0x80 | fields.size());
        fields.forEach((name, hex) -> {
            frame.write(0xa0 | name.length());
            frame.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
            frame.writeBytes(HexFormat.of().parseHex(hex));
        });
        RpcCodec.Frame decoded = RpcCodec.decode(frame.toByteArray());
        return ((RpcCodec.Frame.Notification) decoded).params();
    }
}

package dev.odinbot.odin.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioDatagramTest {

    private final AudioDatagram reader = new AudioDatagram();

    @Test
    void write_typical_isTheProtocolsLayout() {
        ByteBuffer out = ByteBuffer.allocate(64);
        AudioDatagram.write(out, 3, 0xfffffffe, 1800, new byte[] {9, (byte) 0xf8, (byte) 0xff, (byte) 0xfe, 9}, 1, 3);
        assertThat(HexFormat.of().formatHex(out.array(), 0, out.position()))
                .isEqualTo("96" + "01" + "9103" + "cefffffffe" + "ce00000708" + "00" + "c403f8fffe");
    }

    @RepeatedTest(200)
    void read_written_isTheSame(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int media = 1 + random.nextInt(random.nextBoolean() ? 200 : Integer.MAX_VALUE - 1);
        int sequence = random.nextInt();
        int timestamp = random.nextInt();
        byte[] opus = new byte[random.nextInt(random.nextBoolean() ? 40 : 2554)];
        random.nextBytes(opus);
        ByteBuffer buffer = ByteBuffer.allocateDirect(opus.length + AudioDatagram.MAX_HEADER_BYTES);
        AudioDatagram.write(buffer, media, sequence, timestamp, opus, 0, opus.length);
        buffer.flip();

        assertThat(reader.read(buffer)).isTrue();
        assertThat(buffer.position()).isZero();
        assertThat(reader.medias()).isOne();
        assertThat(reader.mediaId(0)).isEqualTo(media);
        assertThat(reader.sequence()).isEqualTo(sequence);
        assertThat(reader.timestamp()).isEqualTo(timestamp);
        byte[] read = new byte[reader.opusLength()];
        buffer.get(reader.opusOffset(), read);
        assertThat(read).isEqualTo(opus);
    }

    @Test
    void read_smallNumbersAndSeveralMedias_isTaken() {
        assertThat(reader.read(bytes("96019301cc80cd0100" + "05" + "cd0708" + "00" + "c402fcff")))
                .isTrue();
        assertThat(reader.medias()).isEqualTo(3);
        assertThat(reader.mediaId(2)).isEqualTo(256);
        assertThat(reader.sequence()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "96",
                "c0",
                "9501910305050",
                "96029103050500c403f8fffe",
                "960190050500c403f8fffe",
                "96019100050500c403f8fffe",
                "9601910305050000",
                "96019103050500c404f8fffe",
                "96019103050500c402f8fffe",
                "960191ce80000000050500c403f8fffe",
                "96019103a0050500c403f8fffe",
                "96019103ff0500c403f8fffe",
                "dcffff",
                "9601dcffff03",
                "96019103050500c5ffff00"
            })
    void read_notADatagram_isRefused(String hex) {
        assertThat(reader.read(bytes(hex.length() % 2 == 0 ? hex : hex + "0"))).isFalse();
    }

    @Test
    void read_garbage_neverThrows() {
        Random random = new Random(11);
        byte[] good = HexFormat.of().parseHex("96019103ce00000001ce0000070800c408f8fffe0102030405");
        int taken = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = i % 2 == 0 ? good.clone() : new byte[random.nextInt(60)];
            if (i % 2 == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                bytes = Arrays.copyOf(bytes, random.nextInt(good.length + 3));
            } else {
                random.nextBytes(bytes);
            }
            if (reader.read(ByteBuffer.wrap(bytes))) {
                taken++;
                assertThat(reader.opusOffset() + reader.opusLength()).isEqualTo(bytes.length);
                assertThat(reader.mediaId(reader.medias() - 1)).isPositive();
            }
        }
        assertThat(taken).as("damage that leaves a datagram one").isBetween(1, 10_000);
    }

    @Test
    void writeAndRead_manyTimes_makesNoGarbage() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(512);
        byte[] opus = new byte[160];
        writeAndRead(buffer, opus, 20_000); // compiled
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        writeAndRead(buffer, opus, 100_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private void writeAndRead(ByteBuffer buffer, byte[] opus, int times) {
        for (int i = 0; i < times; i++) {
            buffer.clear();
            AudioDatagram.write(buffer, 3, i, i * AudioDatagram.TIMESTAMP_STEP, opus, 0, opus.length);
            buffer.flip();
            if (!reader.read(buffer) || reader.sequence() != i) {
                throw new AssertionError("packet " + i);
            }
        }
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}

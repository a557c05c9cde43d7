package dev.odinbot.odin.transport.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Whatever comes, reading it throws nothing, and what is read can be asked about. More cases with {@code -Dfuzz.cases}. */
class StunFuzzTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 20_000);
    private static final StunKey KEY = StunKey.of(StunVectorsTest.PASSWORD);

    private final StunMessage message = new StunMessage();
    private final ByteBuffer direct = ByteBuffer.allocateDirect(2048);
    private int read;

    private void feed(byte[] packet, long seed) {
        try {
            StunMessage.looksLikeStun(ByteBuffer.wrap(packet));
            String recipient = StunMessage.recipient(ByteBuffer.wrap(packet));
            direct.clear().put(packet).flip();
            boolean fine = message.read(direct);
            if (fine) {
                read++;
                askEverything();
            }
            assertThat(fine || recipient.isEmpty()).isTrue();
        } catch (RuntimeException e) {
            throw new AssertionError("Seed " + seed + ": " + HexFormat.of().formatHex(packet), e);
        }
    }

    private void askEverything() {
        assertThat(message.kind()).isNotNull();
        assertThat(message.transaction()).isNotNull();
        assertThat(message.username().length()).isLessThanOrEqualTo(513);
        assertThat(message.priority()).isBetween(-1L, 0xFFFFFFFFL);
        assertThat(message.errorCode()).isBetween(0, 699);
        assertThat(message.unknownCount()).isBetween(0, 8);
        message.mappedAddress();
        message.isAuthentic(KEY);
        message.hasUseCandidate();
        if (message.isFromControlled() || message.isFromControlling()) {
            message.tieBreaker();
        }
    }

    @Test
    void randomBytes_throwNothing() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] packet = new byte[random.nextInt(200)];
            random.nextBytes(packet);
            feed(packet, seed);
        }
    }

    /** With the header right and attributes of known types, which gets deeper. */
    @Test
    void randomAttributes_throwNothing() {
        int[] types = {0x0001, 0x0006, 0x0008, 0x0009, 0x000A, 0x0020, 0x0024, 0x0025, 0x8028, 0x8029, 0x802A, 0x7777};
        int[] lengths = {0, 1, 2, 3, 4, 8, 20, 24, 513, 514, 0xFFFF};
        StunKind[] kinds = StunKind.values();
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            ByteBuffer packet = ByteBuffer.allocate(2000);
            packet.putShort((short) kinds[random.nextInt(4)].type)
                    .putShort((short) 0)
                    .putInt(StunFormat.COOKIE);
            packet.putLong(random.nextLong()).putInt(random.nextInt());
            for (int i = random.nextInt(6); i > 0; i--) {
                int length = random.nextBoolean() ? lengths[random.nextInt(lengths.length)] : random.nextInt(30);
                byte[] value = new byte
                        [Math.min(random.nextInt(20) == 0 ? random.nextInt(30) : StunFormat.padded(length), 300)];
                random.nextBytes(value);
                packet.putShort((short) types[random.nextInt(types.length)])
                        .putShort((short) length)
                        .put(value);
            }
            packet.putShort(2, (short) (packet.position() - 20));
            feed(Arrays.copyOf(packet.array(), packet.position()), seed);
        }
        assertThat(read).isGreaterThan(CASES / 20);
    }

    /** Of messages as they should be; half of them with the checksum of what they have become. */
    @Test
    void changedMessages_throwNothing_andAreNeverAuthentic() {
        byte[][] originals = {
            HexFormat.of().parseHex(StunVectorsTest.REQUEST),
            HexFormat.of().parseHex(StunVectorsTest.IPV4_RESPONSE),
            HexFormat.of().parseHex(StunVectorsTest.IPV6_RESPONSE),
            check()
        };
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] original = originals[random.nextInt(originals.length)];
            byte[] packet = changed(original, random);
            feed(packet, seed);
            if (message.read(ByteBuffer.wrap(packet)) && message.isAuthentic(KEY)) {
                int integrityEnd = original.length - 8;
                byte[] before = Arrays.copyOf(original, integrityEnd);
                byte[] after = Arrays.copyOf(packet, integrityEnd);
                before[2] = after[2]; // the length says only how much follows
                before[3] = after[3];
                assertThat(after).as("seed %d", seed).isEqualTo(before);
            }
        }
    }

    private static byte[] check() {
        StunWriter writer = new StunWriter();
        int length = writer.request(new TransactionId(3, 4))
                .username("abcd:efgh".getBytes(StandardCharsets.US_ASCII))
                .priority(7)
                .controlling(9)
                .useCandidate()
                .seal(KEY);
        return Arrays.copyOf(writer.bytes(), length);
    }

    private static byte[] changed(byte[] original, Random random) {
        byte[] packet = original.clone();
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(packet.length);
            switch (random.nextInt(4)) {
                case 0 -> packet[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> packet[at] = (byte) random.nextInt(256);
                case 2 -> packet = Arrays.copyOf(packet, Math.max(28, random.nextInt(packet.length + 40) & ~3));
                default -> System.arraycopy(packet, at, packet, at / 2, packet.length - at);
            }
        }
        if (random.nextBoolean()) {
            ByteBuffer.wrap(packet).putShort(2, (short) (packet.length - 20)).putInt(packet.length - 8, 0x80280004);
            CRC32 crc = new CRC32();
            crc.update(packet, 0, packet.length - 8);
            ByteBuffer.wrap(packet).putInt(packet.length - 4, (int) crc.getValue() ^ StunFormat.FINGERPRINT_MASK);
        }
        return packet;
    }
}

package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketChecksumTest {

    /** So made that CRC-32c stands behind it, with zeros as its checksum, where it began: what follows counts alone. */
    private static final byte[] NEUTRAL_HEADER = Wire.hex("00000000 2aa4d097 00000000");

    /** RFC 3720, B.4 (zeros, ones, ascending, descending), and the CRC's check value over "123456789". */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000000000000000000000000000000000000000000000000000, 8a9136aa",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, 62a8ab43",
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f, 46dd794e",
        "1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100, 113fdb5c",
        "313233343536373839, e3069283"
    })
    void checksum_ofKnownBytes_isThatOfTheRfcs_lowestByteFirst(String bytes, String crc) {
        PacketChecksum checksum = new PacketChecksum();
        byte[] packet = Wire.join(NEUTRAL_HEADER, Wire.hex(bytes));
        Arrays.fill(packet, 8, 12, (byte) 0x5a); // must not matter
        checksum.write(packet, packet.length);

        byte[] expected = Wire.hex(crc);
        assertThat(Arrays.copyOfRange(packet, 8, 12))
                .containsExactly(expected[3], expected[2], expected[1], expected[0]);
        byte[] shifted = Wire.join(new byte[] {7, 7, 7}, packet, new byte[] {7});
        assertThat(checksum.isRight(shifted, 3, packet.length)).isTrue();
        for (int i = 0; i < packet.length; i++) {
            shifted[3 + i] ^= 0x40;
            assertThat(checksum.isRight(shifted, 3, packet.length))
                    .as("byte " + i)
                    .isFalse();
            shifted[3 + i] ^= 0x40;
        }
    }
}

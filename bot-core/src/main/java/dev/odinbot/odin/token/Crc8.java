package dev.odinbot.odin.token;

/** The checksum of access keys: CRC-8, start 0xff, polynomial 0x31, most significant bit first. */
final class Crc8 {

    private static final int POLYNOMIAL = 0x31;

    private Crc8() {}

    static int of(byte[] bytes, int offset, int length) {
        int crc = 0xff;
        for (int i = offset; i < offset + length; i++) {
            crc ^= bytes[i] & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            crc &= 0xff;
        }
        return crc;
    }
}

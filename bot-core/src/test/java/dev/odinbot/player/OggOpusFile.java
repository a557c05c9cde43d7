package dev.odinbot.player;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes stereo Opus packets of 20 ms into an Ogg file (RFC 3533, RFC 7845), one packet a page. */
final class OggOpusFile {

    private static final int SERIAL = 1;
    private static final int CRC_POLYNOMIAL = 0x04c11db7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int page;

    private OggOpusFile() {}

    static Path write(Path file, String title, List<byte[]> packets) {
        OggOpusFile ogg = new OggOpusFile();
        ogg.page(head(), 0, 2);
        ogg.page(tags(title), 0, 0);
        for (int i = 0; i < packets.size(); i++) {
            ogg.page(packets.get(i), (i + 1) * 960L, i == packets.size() - 1 ? 4 : 0);
        }
        try {
            return Files.write(file, ogg.out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] head() {
        return little(19)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 2)
                .putShort((short) 0)
                .putInt(48_000)
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    private static byte[] tags(String title) {
        byte[] comment = ("TITLE=" + title).getBytes(StandardCharsets.UTF_8);
        return little(8 + 4 + 4 + 4 + comment.length)
                .put("OpusTags".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(1)
                .putInt(comment.length)
                .put(comment)
                .array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void page(byte[] packet, long granule, int flags) {
        int segments = packet.length / 255 + 1;
        ByteBuffer bytes = little(27 + segments + packet.length)
                .put("OggS".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put((byte) flags)
                .putLong(granule)
                .putInt(SERIAL)
                .putInt(page++)
                .putInt(0)
                .put((byte) segments);
        for (int i = 0; i < segments - 1; i++) {
            bytes.put((byte) 255);
        }
        bytes.put((byte) (packet.length % 255)).put(packet);
        bytes.putInt(22, crc(bytes.array()));
        out.writeBytes(bytes.array());
    }

    private static int crc(byte[] bytes) {
        int crc = 0;
        for (byte b : bytes) {
            crc ^= (b & 0xff) << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ CRC_POLYNOMIAL : crc << 1;
            }
        }
        return crc;
    }
}

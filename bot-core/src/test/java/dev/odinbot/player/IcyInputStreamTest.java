package dev.odinbot.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcyInputStreamTest {

    @Test
    void read_streamWithTitles_givesSoundAndTitlesApart() throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes("abcd".getBytes(StandardCharsets.US_ASCII));
        wire.writeBytes(metadata("StreamTitle='It's Größe; yes';StreamUrl='';", StandardCharsets.UTF_8));
        wire.writeBytes("efgh".getBytes(StandardCharsets.US_ASCII));
        wire.write(0);
        wire.writeBytes("ijkl".getBytes(StandardCharsets.US_ASCII));
        wire.writeBytes(metadata("StreamTitle='Größe';", StandardCharsets.ISO_8859_1));
        wire.writeBytes("mn".getBytes(StandardCharsets.US_ASCII));
        List<String> titles = new ArrayList<>();

        try (IcyInputStream in = new IcyInputStream(new ByteArrayInputStream(wire.toByteArray()), 4, titles::add)) {
            assertThat(in.read()).isEqualTo('a');
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("bcdefghijklmn");
        }
        assertThat(titles).containsExactly("It's Größe; yes", "Größe");
    }

    static byte[] metadata(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        int blocks = (bytes.length + 15) / 16;
        byte[] metadata = new byte[1 + blocks * 16];
        metadata[0] = (byte) blocks;
        System.arraycopy(bytes, 0, metadata, 1, bytes.length);
        return metadata;
    }
}

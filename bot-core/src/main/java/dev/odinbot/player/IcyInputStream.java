package dev.odinbot.player;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the titles out of a radio stream in which, every {@code interval} bytes, a block of metadata is woven. */
final class IcyInputStream extends InputStream {

    private static final int BLOCK = 16;
    private static final Pattern TITLE = Pattern.compile("StreamTitle='(.*?)';", Pattern.DOTALL);

    private final InputStream in;
    private final int interval;
    private final PlayableTrack.StreamTitles titles;
    private int untilMetadata;

    IcyInputStream(InputStream in, int interval, PlayableTrack.StreamTitles titles) {
        this.in = in;
        this.interval = interval;
        this.titles = titles;
        this.untilMetadata = interval;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (untilMetadata == 0) {
            if (!readMetadata()) {
                return -1;
            }
            untilMetadata = interval;
        }
        int read = in.read(into, offset, Math.min(length, untilMetadata));
        untilMetadata -= Math.max(0, read);
        return read;
    }

    private boolean readMetadata() throws IOException {
        int blocks = in.read();
        if (blocks < 0) {
            return false;
        }
        byte[] metadata = in.readNBytes(blocks * BLOCK);
        if (metadata.length < blocks * BLOCK) {
            throw new EOFException("The stream ended within its metadata");
        }
        Matcher title = TITLE.matcher(text(metadata));
        if (title.find()) {
            titles.title(title.group(1).strip());
        }
        return true;
    }

    /** Most stations send UTF-8, older ones Latin-1; neither says which. */
    private static String text(byte[] metadata) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(metadata))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(metadata, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public int available() throws IOException {
        return Math.min(in.available(), untilMetadata);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

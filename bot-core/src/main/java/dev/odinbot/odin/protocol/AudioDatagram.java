package dev.odinbot.odin.protocol;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * One packet of audio as it travels: a MessagePack array of version, medias, sequence, timestamp, flags and Opus. An object
 * of this class is a reusable reader, so that reading thousands a second makes no garbage; it is for one thread.
 */
public final class AudioDatagram {

    /** What {@link #write} may need besides the Opus packet. */
    public static final int MAX_HEADER_BYTES = 24;

    /** The sequence number grows by this from packet to packet, and wraps. */
    public static final int SEQUENCE_STEP = 1;

    /** The timestamp, of a 90 kHz clock, grows by this for each packet of 20 ms, and wraps. */
    public static final int TIMESTAMP_STEP = 1800;

    private static final int VERSION = 1;
    private static final int MAX_MEDIAS = 16;

    private final int[] mediaIds = new int[MAX_MEDIAS];
    private int medias;
    private int sequence;
    private int timestamp;
    private int opusOffset;
    private int opusLength;

    /** Appends the datagram to {@code out}, which must have room for it. Makes no garbage. */
    public static void write(
            ByteBuffer out, int mediaId, int sequence, int timestamp, byte[] opus, int offset, int length) {
        out.put((byte) 0x96).put((byte) VERSION).put((byte) 0x91);
        if (mediaId >= 0 && mediaId <= 0x7f) {
            out.put((byte) mediaId);
        } else if (mediaId >= 0 && mediaId <= 0xffff) {
            out.put((byte) 0xcd).putShort((short) mediaId);
        } else {
            out.put((byte) 0xce).putInt(mediaId);
        }
        out.put((byte) 0xce).putInt(sequence);
        out.put((byte) 0xce).putInt(timestamp);
        out.put((byte) 0);
        if (length <= 0xff) {
            out.put((byte) 0xc4).put((byte) length);
        } else {
            out.put((byte) 0xc5).putShort((short) length);
        }
        out.put(opus, offset, length);
    }

    /**
     * Reads the buffer's remaining bytes, whatever they are, without moving its position; what was read before is
     * forgotten.
     *
     * @return false when they are not a datagram of audio
     */
    public boolean read(ByteBuffer bytes) {
        int start = bytes.position();
        try {
            return array(bytes) == 6
                    && unsigned(bytes) == VERSION
                    && readMedias(bytes)
                    && readSequence(bytes)
                    && readTimestamp(bytes)
                    && unsigned(bytes) >= 0
                    && readOpus(bytes);
        } catch (BufferUnderflowException e) {
            return false;
        } finally {
            bytes.position(start);
        }
    }

    private boolean readMedias(ByteBuffer bytes) {
        medias = 0;
        int count = array(bytes);
        if (count < 1 || count > MAX_MEDIAS) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            long id = unsigned(bytes);
            if (id < 1 || id > Integer.MAX_VALUE) {
                return false;
            }
            mediaIds[i] = (int) id;
        }
        medias = count;
        return true;
    }

    private boolean readSequence(ByteBuffer bytes) {
        long value = unsigned(bytes);
        sequence = (int) value;
        return value >= 0;
    }

    private boolean readTimestamp(ByteBuffer bytes) {
        long value = unsigned(bytes);
        timestamp = (int) value;
        return value >= 0;
    }

    private boolean readOpus(ByteBuffer bytes) {
        int length = switch (bytes.get() & 0xff) {
            case 0xc4 -> bytes.get() & 0xff;
            case 0xc5 -> bytes.getShort() & 0xffff;
            default -> -1;
        };
        opusOffset = bytes.position();
        opusLength = length;
        return length >= 0 && length == bytes.remaining();
    }

    /** The size of an array, or -1. */
    private static int array(ByteBuffer bytes) {
        int type = bytes.get() & 0xff;
        if (type >= 0x90 && type <= 0x9f) {
            return type & 0x0f;
        }
        return type == 0xdc ? bytes.getShort() & 0xffff : -1;
    }

    /** A number of at most 32 bits in any of its unsigned forms, or -1. */
    private static long unsigned(ByteBuffer bytes) {
        int type = bytes.get() & 0xff;
        if (type <= 0x7f) {
            return type;
        }
        return switch (type) {
            case 0xcc -> bytes.get() & 0xff;
            case 0xcd -> bytes.getShort() & 0xffff;
            case 0xce -> bytes.getInt() & 0xffffffffL;
            default -> -1;
        };
    }

    /** How many medias the datagram is for; at least one. */
    public int medias() {
        return medias;
    }

    public int mediaId(int index) {
        if (index < 0 || index >= medias) {
            throw new IndexOutOfBoundsException(index);
        }
        return mediaIds[index];
    }

    /** Unsigned 32 bits. */
    public int sequence() {
        return sequence;
    }

    /** Unsigned 32 bits of a 90 kHz clock. */
    public int timestamp() {
        return timestamp;
    }

    /** Where in the buffer that was read the Opus packet begins. */
    public int opusOffset() {
        return opusOffset;
    }

    public int opusLength() {
        return opusLength;
    }
}

package dev.odinbot.rpc;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Looks over a MessagePack value before a parser sees it, allocating nothing that the value asks for: the library believes
 * declared lengths, and neither it nor Jackson's constraints bound the nesting of MessagePack.
 */
final class FrameShape {

    /** What a room of a few thousand peers needs; each costs a parser tens of bytes. */
    static final int MAX_VALUES = 100_000;

    private static final int KEY = 1;
    private static final int FIRST_NEGATIVE_FIXINT = 0xe0;

    private final ByteBuffer in;
    /** Values still to come on each level; of a map, keys and values. */
    private final long[] left = new long[Mappers.MAX_DEPTH];

    private final boolean[] map = new boolean[Mappers.MAX_DEPTH];
    private int depth;
    private int values;

    private FrameShape(byte[] frame) {
        in = ByteBuffer.wrap(frame);
    }

    /** What is wrong with {@code frame}, or null when it is exactly one harmless value. */
    static RpcCodec.@Nullable Fault check(byte[] frame) {
        if (frame.length > Mappers.MAX_BYTES) {
            return RpcCodec.Fault.TOO_LONG;
        }
        try {
            return new FrameShape(frame).walk();
        } catch (BufferUnderflowException e) {
            return RpcCodec.Fault.NOT_MESSAGE_PACK;
        }
    }

    private RpcCodec.@Nullable Fault walk() {
        do {
            if (++values > MAX_VALUES) {
                return RpcCodec.Fault.TOO_MANY_VALUES;
            }
            boolean key = depth > 0 && map[depth - 1] && (left[depth - 1] & KEY) == 0;
            if (depth > 0) {
                left[depth - 1]--;
            }
            RpcCodec.Fault fault = value(key);
            if (fault != null) {
                return fault;
            }
            while (depth > 0 && left[depth - 1] == 0) {
                depth--;
            }
        } while (depth > 0);
        return in.hasRemaining() ? RpcCodec.Fault.NOT_MESSAGE_PACK : null;
    }

    private RpcCodec.@Nullable Fault value(boolean key) {
        int type = in.get() & 0xff;
        boolean string = (type >= 0xa0 && type <= 0xbf) || (type >= 0xd9 && type <= 0xdb);
        if (key && !string) {
            return RpcCodec.Fault.NOT_MESSAGE_PACK;
        }
        if (type <= 0x7f || type >= FIRST_NEGATIVE_FIXINT) {
            return null;
        } else if (type <= 0x8f) {
            return enter(type & 0x0f, true);
        } else if (type <= 0x9f) {
            return enter(type & 0x0f, false);
        } else if (type <= 0xbf) {
            return skip(type & 0x1f);
        }
        return switch (type) {
            case 0xc0, 0xc2, 0xc3 -> null;
            case 0xc4, 0xd9 -> skip(u8());
            case 0xc5, 0xda -> skip(u16());
            case 0xc6, 0xdb -> skip(u32());
            case 0xc7 -> skip(u8() + 1L);
            case 0xc8 -> skip(u16() + 1L);
            case 0xc9 -> skip(u32() + 1L);
            case 0xcc, 0xd0 -> skip(1);
            case 0xcd, 0xd1, 0xd4 -> skip(2);
            case 0xd5 -> skip(3);
            case 0xca, 0xce, 0xd2 -> skip(4);
            case 0xd6 -> skip(5);
            case 0xcb, 0xcf, 0xd3 -> skip(8);
            case 0xd7 -> skip(9);
            case 0xd8 -> skip(17);
            case 0xdc -> enter(u16(), false);
            case 0xdd -> enter(u32(), false);
            case 0xde -> enter(u16(), true);
            case 0xdf -> enter(u32(), true);
            default -> RpcCodec.Fault.NOT_MESSAGE_PACK; // 0xc1 means nothing
        };
    }

    private RpcCodec.@Nullable Fault enter(long size, boolean isMap) {
        long inside = isMap ? 2 * size : size;
        if (inside > in.remaining()) {
            return RpcCodec.Fault.NOT_MESSAGE_PACK;
        }
        if (depth == left.length) {
            return RpcCodec.Fault.TOO_DEEP;
        }
        left[depth] = inside;
        map[depth] = isMap;
        depth++;
        return null;
    }

    private RpcCodec.@Nullable Fault skip(long bytes) {
        if (bytes > in.remaining()) {
            return RpcCodec.Fault.NOT_MESSAGE_PACK;
        }
        in.position(in.position() + (int) bytes);
        return null;
    }

    private int u8() {
        return in.get() & 0xff;
    }

    private int u16() {
        return in.getShort() & 0xffff;
    }

    private long u32() {
        return in.getInt() & 0xffffffffL;
    }
}

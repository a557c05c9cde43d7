package dev.odinbot.bench;

import dev.odinbot.audio.Frame;
import dev.odinbot.audio.FrameSink;
import dev.odinbot.audio.FrameSource;
import dev.odinbot.odin.protocol.AudioDatagram;
import dev.odinbot.odin.transport.DataChannel;
import java.nio.ByteBuffer;

/** A room in which something plays for ever: always the same frame, put into a datagram as the bot does. */
final class Room implements FrameSource, FrameSink {

    /** Together with its header, at most 157 bytes: Opus at 56 kbit/s. */
    private static final int OPUS_BYTES = 140;

    private final byte[] opus = new byte[OPUS_BYTES];
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(OPUS_BYTES + AudioDatagram.MAX_HEADER_BYTES);
    private final Rooms rooms;
    private final DataChannel channel;
    private final boolean watched;
    private int sequence;

    /** @param watched whether it is measured when its datagrams are sent */
    Room(Rooms rooms, DataChannel channel, boolean watched) {
        this.rooms = rooms;
        this.channel = channel;
        this.watched = watched;
    }

    @Override
    public Read read(Frame into) {
        into.set(opus);
        return Read.FRAME;
    }

    @Override
    public boolean ready() {
        return channel.isOpen();
    }

    @Override
    public boolean write(Frame frame) {
        boolean all = true;
        for (int i = 0; i < rooms.burst(); i++) {
            all &= send(frame);
        }
        return all;
    }

    private boolean send(Frame frame) {
        int window = rooms.window();
        datagram.clear();
        AudioDatagram.write(
                datagram, window, sequence, sequence * AudioDatagram.TIMESTAMP_STEP, frame.bytes(), 0, frame.length());
        datagram.flip();
        sequence += AudioDatagram.SEQUENCE_STEP;
        boolean taken = rooms.outlet().send(channel, datagram, watched ? rooms.deadlineNanos() : 0);
        rooms.sent(window, taken);
        return taken;
    }
}

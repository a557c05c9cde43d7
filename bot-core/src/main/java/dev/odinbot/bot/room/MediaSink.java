package dev.odinbot.bot.room;

import dev.odinbot.audio.Frame;
import dev.odinbot.audio.FrameSink;
import dev.odinbot.odin.client.OdinRoom;

/** A room's one outgoing media as a sink for frames: they go out while the media is started. */
final class MediaSink implements FrameSink {

    private final OdinRoom room;

    MediaSink(OdinRoom room) {
        this.room = room;
    }

    @Override
    public boolean ready() {
        return room.audioReady();
    }

    @Override
    public boolean write(Frame frame) {
        return room.sendAudio(frame.bytes(), 0, frame.length());
    }
}

package dev.odinbot.odin.server;

import java.time.Duration;

/** What one client may do; commands, medias and packets as real servers have it, the rest our own. */
final class Limits {

    static final int COMMANDS_PER_SECOND = 10;
    static final int COMMAND_BURST = 50;
    static final int MEDIAS_PER_PEER = 5;
    static final int PACKETS_PER_SECOND = 50;
    static final int PACKET_BURST = 100;

    /** Of frames of any kind; more is no client of ours, and is cut off. */
    static final int FRAMES_PER_SECOND = 100;

    static final int FRAME_BURST = 500;

    static final int MAX_FRAME_BYTES = 256 * 1024;
    static final int MAX_MESSAGE_BYTES = 64 * 1024;
    static final int MAX_USER_DATA_BYTES = 16 * 1024;
    static final int MAX_ROOM_ID_CHARS = 256;

    /** What may wait to be sent on one stream until its client counts as gone. */
    static final int MAX_UNSENT_BYTES = 4 << 20;

    static final int MAX_UNSENT_FRAMES = 2000;

    static final Duration PING_EVERY = Duration.ofSeconds(5);
    static final Duration SILENCE = Duration.ofSeconds(10);

    /** Since we have said that we close its stream. */
    static final Duration CLOSED_WITHIN = Duration.ofSeconds(1);

    /** Generous: browsers set up their audio between connecting and joining, slowly on a busy machine. */
    static final Duration FIRST_ROOM_WITHIN = Duration.ofSeconds(30);

    /** How long the id of a room stream is good for. */
    static final Duration STREAM_WITHIN = Duration.ofSeconds(10);

    /** Since it left its last one. */
    static final Duration WITHOUT_ROOM = Duration.ofSeconds(1);

    private Limits() {}
}

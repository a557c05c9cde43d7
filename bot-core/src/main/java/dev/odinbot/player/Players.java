package dev.odinbot.player;

/** Makes players; one per process. */
public interface Players extends AutoCloseable {

    /** @param volume percent, 0-150 */
    RoomPlayer create(int volume, PlayerListener listener);

    @Override
    void close();
}

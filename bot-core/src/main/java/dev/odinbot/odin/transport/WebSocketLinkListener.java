package dev.odinbot.odin.transport;

/** Hears of one link, on its reader thread, one call at a time; must hand over at once. */
public interface WebSocketLinkListener {

    default void opened() {}

    /** The array is the listener's to keep. */
    default void received(byte[] frame) {}

    /**
     * Closed by either side, lost, or never opened; nothing comes after it.
     *
     * @param reason for a person
     */
    default void closed(String reason) {}
}

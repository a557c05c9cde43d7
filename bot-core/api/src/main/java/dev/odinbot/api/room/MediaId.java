package dev.odinbot.api.room;

/** One audio stream of a peer; given by the server, greater than 0. */
public record MediaId(int value) {
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}

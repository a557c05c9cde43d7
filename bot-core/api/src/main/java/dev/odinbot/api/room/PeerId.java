package dev.odinbot.api.room;

/** One presence in one room, given by the server at each join; the same user gets another one next time. */
public record PeerId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

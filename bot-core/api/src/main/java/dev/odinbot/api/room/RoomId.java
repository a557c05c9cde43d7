package dev.odinbot.api.room;

/** A room's name, unique for one customer of ODIN. */
public record RoomId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

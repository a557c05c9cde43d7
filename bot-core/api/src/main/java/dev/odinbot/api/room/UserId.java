package dev.odinbot.api.room;

/** The lasting identity of who is behind a peer; the key for permissions and cooldowns. */
public record UserId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

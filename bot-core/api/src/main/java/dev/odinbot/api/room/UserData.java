package dev.odinbot.api.room;

/**
 * What a peer says of itself, by the convention of 4Players' own clients. Every field may be empty; peers may send
 * anything, so nothing here is to be trusted.
 */
public record UserData(
        String name,
        String avatar,
        String seed,
        String userId,
        boolean outputMuted,
        boolean inputMuted,
        String platform,
        String version) {

    /** What is known of a peer that sent no user data, or none that we can read. */
    public static final UserData EMPTY = new UserData("", "", "", "", false, false, "", "");
}

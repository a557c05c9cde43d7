package dev.odinbot.web;

/** Lets a visitor of the page into a room. */
public interface PageAccess {

    /** Mints a token for {@code userId} to join {@code room}, if that room is one of ours to hand out. */
    Ticket ticket(String room, String userId);

    /** A token or a refusal. */
    sealed interface Ticket {

        /** @param gateway where to take the token; {@code local} = the page's own origin */
        record Granted(String gateway, String token) implements Ticket {}

        record Refused(String reason) implements Ticket {}
    }
}

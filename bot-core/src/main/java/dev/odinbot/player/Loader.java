package dev.odinbot.player;

import dev.odinbot.api.audio.Requester;
import java.util.Optional;

/** Finds out what an identifier means. Blocks; for player threads. */
final class Loader {

    private final LibrarySource library;
    private final WebSource web;

    Loader(LibrarySource library, WebSource web) {
        this.library = library;
        this.web = web;
    }

    Loaded load(String identifier, Optional<Requester> requester) {
        String wanted = unbracketed(identifier.strip());
        return Address.looksLikeOne(wanted) ? web.load(wanted, requester) : library.load(wanted, requester);
    }

    /** Chat programs put addresses in angle brackets to keep them from being unfurled. */
    private static String unbracketed(String text) {
        return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
    }
}

package dev.odinbot.player;

/** Somebody asked for a file outside the library. */
final class OutsideLibraryException extends Exception {

    private static final long serialVersionUID = 1L;

    OutsideLibraryException(String path) {
        super("Not in the library: " + path);
    }
}

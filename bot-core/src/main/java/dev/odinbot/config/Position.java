package dev.odinbot.config;

/** A place in a file; line and column from 1, line 0 = the file as a whole. */
record Position(int line, int column) {
    static final Position WHOLE_FILE = new Position(0, 0);
}

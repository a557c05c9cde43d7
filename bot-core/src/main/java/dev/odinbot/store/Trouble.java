package dev.odinbot.store;

/**
 * What keeps the database from working.
 *
 * @param what in words, without a full stop
 * @param remedy what to do about it, as a sentence
 */
record Trouble(String what, String remedy) {

    @Override
    public String toString() {
        return what + ". " + remedy;
    }
}

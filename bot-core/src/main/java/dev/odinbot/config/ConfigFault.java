package dev.odinbot.config;

/**
 * One thing wrong with a config file.
 *
 * @param line from 1; 0 = the file as a whole
 * @param column from 1
 * @param key path of the key, for instance {@code rooms[1].volume}; empty = none in particular
 * @param problem what is wrong, without a full stop
 * @param remedy what to do about it, as a sentence
 */
public record ConfigFault(String file, int line, int column, String key, String problem, String remedy) {

    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + problem + ". " + remedy;
    }
}

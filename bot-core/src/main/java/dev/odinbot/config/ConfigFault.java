package dev.odinbot.config;

/**
 * One thing wrong with a config file.
 *
 * @param line from 1
 * @param key path of the key, for instance {@code rooms[1].volume}
 * @param remedy what to do about it
 */
public record ConfigFault(String file, int line, int column, String key, String problem, String remedy) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + key + ": " + problem + ". " + remedy;
    }
}

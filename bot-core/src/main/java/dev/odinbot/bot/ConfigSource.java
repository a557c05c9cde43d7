package dev.odinbot.bot;

import dev.odinbot.config.ConfigException;

/** Where the config came from, to read it again. */
interface ConfigSource {

    /**
     * The config with its folders absolute.
     *
     * @throws ConfigException with every fault of the file
     */
    BotConfig read();
}

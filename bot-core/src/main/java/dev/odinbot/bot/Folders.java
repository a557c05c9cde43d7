package dev.odinbot.bot;

import dev.odinbot.player.PlayerConfig;
import dev.odinbot.plugin.PluginsConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a relative folder of the config is: beside the config file, or else in the installation.
 *
 * @param beside folder of the config file
 * @param installation empty when the program was not started from one
 */
record Folders(Path beside, Optional<Path> installation) {

    /** @param configFile need not exist */
    static Folders of(Path configFile, Optional<Path> installation) {
        Path beside = configFile.toAbsolutePath().normalize().getParent();
        return new Folders(beside == null ? Path.of("/") : beside, installation);
    }

    /** The folder if it is in either place, otherwise where it would be beside the config file. */
    Path find(String folder) {
        Path first = beside.resolve(folder).normalize();
        if (Files.isDirectory(first)) {
            return first;
        }
        return installation
                .map(home -> home.resolve(folder).normalize())
                .filter(Files::isDirectory)
                .orElse(first);
    }

    /** The same config with its folders, and the file of its database, absolute. */
    BotConfig in(BotConfig config) {
        PlayerConfig audio = config.audio();
        PluginsConfig plugins = config.plugins();
        return new BotConfig(
                config.odin(),
                config.bot(),
                config.rooms(),
                new PlayerConfig(find(audio.library()).toString(), audio.volume(), audio.http()),
                config.localServer(),
                config.storage().beside(beside),
                config.permissions(),
                config.commands(),
                config.chat(),
                new PluginsConfig(find(plugins.folder()).toString(), plugins.watch(), plugins.sections()));
    }
}

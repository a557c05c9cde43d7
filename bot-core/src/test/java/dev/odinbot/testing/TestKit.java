package dev.odinbot.testing;

import dev.odinbot.bot.BotConfig;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.config.Section;
import java.nio.file.Path;
import java.util.Map;

/** Where tests of plugins begin: {@code import static dev.odinbot.testing.TestKit.assertThat}, and make a {@link FakeRoom}. */
public final class TestKit {

    private TestKit() {}

    /**
     * A plugin's section of a config.yml as a record, as the plugin would be given it.
     *
     * @throws dev.odinbot.config.ConfigException with every fault of the file
     */
    public static <T extends Record> T section(Path configFile, String plugin, Class<T> type) {
        return new ConfigReader(Map.of())
                .read(configFile, BotConfig.class)
                .plugins()
                .sections()
                .getOrDefault(plugin, Section.empty())
                .as(type);
    }

    /**
     * A plugin's section as a record, as the plugin would be given it.
     *
     * @param yaml what stands in the section, for instance {@code "hour: 22"}
     * @throws dev.odinbot.config.ConfigException with every fault of it
     */
    public static <T extends Record> T section(String yaml, Class<T> type) {
        return new ConfigReader(Map.of()).read("the section", yaml, type);
    }

    /** Asks what the bot has said since the test last did something. */
    public static RoomAssert assertThat(FakeRoom room) {
        return new RoomAssert(room);
    }
}

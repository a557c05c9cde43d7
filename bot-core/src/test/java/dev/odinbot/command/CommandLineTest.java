package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "  ",
                "!!!",
                "! hello",
                "!?",
                "!1",
                "!100",
                "!.",
                "!🎵",
                "!\"play\"",
                "hello",
                "hi !play"
            })
    void parse_justTalk_isNoCommand(String line) {
        assertThat(CommandLine.parse(line, "!")).isEmpty();
    }

    @Test
    void parse_command_isAllBehindThePrefix() {
        assertThat(CommandLine.parse("!play  a  b ", "!")).contains(new CommandLine("play  a  b"));
        assertThat(CommandLine.parse("\t !Skip\n", "!")).contains(new CommandLine("Skip"));
        assertThat(CommandLine.parse("!8ball", "!")).contains(new CommandLine("8ball"));
        assertThat(CommandLine.parse("!music:play a", "!")).contains(new CommandLine("music:play a"));
    }

    @Test
    void parse_otherPrefix_isHonoured() {
        assertThat(CommandLine.parse("Bot, play x", "bot, ")).contains(new CommandLine("play x"));
        assertThat(CommandLine.parse("!play x", "bot, ")).isEqualTo(Optional.empty());
        assertThat(CommandLine.parse("!!play x", "!!")).contains(new CommandLine("play x"));
    }
}

package dev.odinbot.api.command;

import dev.odinbot.api.text.Text;
import java.util.List;

/**
 * A command as help and completion show it.
 *
 * @param name its words, for instance {@code playlist save}; {@code plugin:play} when another plugin has the short name
 * @param aliases other words for it
 * @param usage name, arguments and flags without prefix, for instance {@code queue [page]}
 * @param plugin id of the plugin that brought it
 * @param permission what is needed to run it
 * @param requirements what else holds, each as a sentence: cooldown, vote, rooms …; worded by the host
 */
public record CommandInfo(
        String name,
        List<String> aliases,
        String usage,
        String description,
        List<String> examples,
        String plugin,
        String permission,
        List<ArgumentInfo> arguments,
        List<FlagInfo> flags,
        List<Text> requirements) {

    /**
     * @param rest whether it takes the rest of the line
     * @param type one word of: text, number, decimal, boolean, choice, duration, position, percent, url, peer, user, or the simple name of
     *     a plugin's own type
     * @param choices what it may be, when that is a fixed set; what the web page completes has here what a plugin's converter suggests
     */
    public record ArgumentInfo(
            String name, String type, boolean required, boolean repeated, boolean rest, List<String> choices) {}

    /**
     * @param name with its two dashes
     * @param shorthand with its dash; empty when there is none
     * @param type as of an argument; empty when the flag takes no value
     */
    public record FlagInfo(String name, String shorthand, String type, List<String> choices) {}
}

package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.CommandInfo.ArgumentInfo;
import dev.odinbot.api.command.CommandInfo.FlagInfo;
import dev.odinbot.api.text.Text;
import dev.odinbot.command.requirement.Requirements;
import dev.odinbot.signature.ArgumentShape;
import dev.odinbot.signature.CommandSignature;
import dev.odinbot.signature.FlagShape;
import dev.odinbot.signature.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What help and completion show of commands. */
final class CommandInfos {

    private CommandInfos() {}

    /** @param owners which plugin has a name without its id before it */
    static CommandInfo of(CommandIndex.Entry entry, Map<String, String> owners, Requirements requirements) {
        CommandSignature signature = entry.method().signature();
        String words = signature.words();
        String name = entry.plugin().equals(owners.get(words)) ? words : entry.qualified(words);
        List<String> aliases = signature.aliases().stream()
                .filter(alias -> entry.plugin().equals(owners.get(alias)))
                .toList();
        return new CommandInfo(
                name,
                aliases,
                // The usage begins with the declared words.
                name + signature.usage().substring(words.length()),
                signature.description(),
                signature.examples().stream()
                        .map(example -> callable(example, entry, owners))
                        .toList(),
                entry.plugin(),
                requirements.permission(),
                signature.arguments().stream().map(CommandInfos::argument).toList(),
                signature.flags().stream().map(CommandInfos::flag).toList(),
                requirements.describe());
    }

    /** An example as it can be typed: a name that another plugin has gets the id before it. */
    private static String callable(String example, CommandIndex.Entry entry, Map<String, String> owners) {
        String folded = Names.fold(example) + " ";
        return entry.method().names().stream()
                .filter(name -> folded.startsWith(name + " "))
                .max(Comparator.comparingInt(String::length))
                .filter(name -> !entry.plugin().equals(owners.get(name)))
                .map(name -> entry.qualified(name) + example.substring(name.length()))
                .orElse(example);
    }

    /** The command in a language: its description is in the plugin's bundles, or else as it was declared. */
    static CommandInfo in(Locale locale, CommandIndex.Listed command) {
        CommandInfo info = command.info();
        String key = "description." + command.method().words().replace(' ', '.');
        return command.messages().has(key, locale)
                ? with(
                        info,
                        info.name(),
                        command.messages().word(Text.key(key), locale),
                        info.arguments(),
                        info.flags())
                : info;
    }

    /** The command by its name without the plugin's id before it. */
    static CommandInfo bare(CommandInfo info, String plugin) {
        return info.name().startsWith(plugin)
                ? with(info, info.name().substring(plugin.length()), info.description(), info.arguments(), info.flags())
                : info;
    }

    /** @param suggestions what can be typed where no choices are declared, one list per argument, then one per flag */
    static CommandInfo suggesting(CommandInfo info, List<List<String>> suggestions) {
        List<ArgumentInfo> arguments = new ArrayList<>();
        for (ArgumentInfo argument : info.arguments()) {
            List<String> suggested = suggestions.get(arguments.size());
            arguments.add(
                    suggested.isEmpty()
                            ? argument
                            : new ArgumentInfo(
                                    argument.name(),
                                    argument.type(),
                                    argument.required(),
                                    argument.repeated(),
                                    argument.rest(),
                                    suggested));
        }
        List<FlagInfo> flags = new ArrayList<>();
        for (FlagInfo flag : info.flags()) {
            List<String> suggested = suggestions.get(arguments.size() + flags.size());
            flags.add(suggested.isEmpty() ? flag : new FlagInfo(flag.name(), flag.shorthand(), flag.type(), suggested));
        }
        return with(info, info.name(), info.description(), arguments, flags);
    }

    private static CommandInfo with(
            CommandInfo info, String name, String description, List<ArgumentInfo> arguments, List<FlagInfo> flags) {
        return new CommandInfo(
                name,
                info.aliases(),
                info.usage(),
                description,
                info.examples(),
                info.plugin(),
                info.permission(),
                arguments,
                flags,
                info.requirements());
    }

    private static ArgumentInfo argument(ArgumentShape argument) {
        return new ArgumentInfo(
                argument.name(),
                argument.value().typeWord(),
                argument.required(),
                argument.repeated(),
                argument.rest(),
                argument.value().choices());
    }

    private static FlagInfo flag(FlagShape flag) {
        return new FlagInfo(
                flag.name(),
                flag.shorthand(),
                flag.takesValue() ? flag.value().typeWord() : "",
                flag.value().choices());
    }
}

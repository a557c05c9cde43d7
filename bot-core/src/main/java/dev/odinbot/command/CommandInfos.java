package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.CommandInfo.ArgumentInfo;
import dev.odinbot.api.command.CommandInfo.FlagInfo;
import dev.odinbot.command.requirement.Requirements;
import dev.odinbot.signature.ArgumentShape;
import dev.odinbot.signature.CommandSignature;
import dev.odinbot.signature.FlagShape;
import java.util.List;
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
                signature.examples(),
                entry.plugin(),
                requirements.permission(),
                signature.arguments().stream().map(CommandInfos::argument).toList(),
                signature.flags().stream().map(CommandInfos::flag).toList(),
                requirements.describe());
    }

    private static ArgumentInfo argument(ArgumentShape argument) {
        return new ArgumentInfo(
                argument.name(),
                argument.value().typeWord(),
                argument.required(),
                argument.repeated(),
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

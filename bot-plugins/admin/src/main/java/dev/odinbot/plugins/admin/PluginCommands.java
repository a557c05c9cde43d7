package dev.odinbot.plugins.admin;

import dev.odinbot.api.admin.PluginInfo;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.api.admin.Plugins;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Looking at the plugins and changing them, while the bot runs. */
final class PluginCommands {

    private static final int MAX_REASON = 300;

    private final Plugins plugins;
    private final Words words;
    private final Answer answer;

    PluginCommands(Plugins plugins, Words words, Answer answer) {
        this.plugins = plugins;
        this.words = words;
        this.answer = answer;
    }

    @Command("plugins")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Lists the plugins, and the jars that could be loaded.")
    Reply list(Room room) {
        String all = plugins.all().stream()
                .map(plugin -> words.of(room, "plugins.line", plugin.id(), plugin.version(), state(plugin)))
                .collect(Collectors.joining("\n"));
        List<String> available = plugins.available();
        String more =
                available.isEmpty() ? "" : "\n" + words.of(room, "plugins.available", String.join(", ", available));
        return Reply.of((all + more).strip());
    }

    @Command("plugins info <id>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Tells all about one plugin.")
    @Example("plugins info music")
    Reply info(String id) {
        return plugins.find(id)
                .map(plugin -> Reply.key(
                        "plugins.info",
                        plugin.id(),
                        plugin.version(),
                        state(plugin),
                        PlainText.line(plugin.description(), MAX_REASON),
                        plugin.jar(),
                        plugin.requires(),
                        list("nothing", plugin.dependencies()),
                        list("none", plugin.commands())))
                .orElseGet(() -> Reply.key("plugins.unknown", PlainText.line(id, 40)));
    }

    private static Text state(PluginInfo plugin) {
        String key = "state." + plugin.state().name().toLowerCase(Locale.ROOT);
        return plugin.state() == PluginState.FAILED
                ? Text.key(key, PlainText.line(plugin.reason(), MAX_REASON))
                : Text.key(key);
    }

    private static Object list(String none, List<String> names) {
        return names.isEmpty() ? Text.key(none) : String.join(", ", names);
    }

    @Command("plugins load <jar>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Loads a jar of the plugins folder.")
    @Example("plugins load dice.jar")
    CompletionStage<Reply> load(Room room, String jar) {
        return answer.of(room, plugins.load(jar));
    }

    @Command("plugins unload <id>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Stops a plugin and forgets it until it is loaded again or the bot restarts.")
    CompletionStage<Reply> unload(Room room, String id) {
        return answer.of(room, plugins.unload(id));
    }

    @Command("plugins reload <id>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Puts what a plugin's jar holds now in its place; the old one stays if the new one fails.")
    CompletionStage<Reply> reload(Room room, String id) {
        return answer.of(room, plugins.reload(id));
    }

    @Command("plugins enable <id>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Switches a plugin on, for later starts too.")
    CompletionStage<Reply> enable(Room room, String id) {
        return answer.of(room, plugins.enable(id));
    }

    @Command("plugins disable <id>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Switches a plugin off, for later starts too.")
    CompletionStage<Reply> disable(Room room, String id) {
        return answer.of(room, plugins.disable(id));
    }

    @Command("plugins purge <id>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Removes all that a plugin has stored, for good; asks first.")
    @Example("plugins purge dice --yes")
    CompletionStage<Reply> purge(Room room, String id, @Flag boolean yes) {
        return yes
                ? answer.of(room, plugins.purge(id))
                : CompletableFuture.completedFuture(
                        Reply.key("plugins.purge.sure", PlainText.line(id, 40), room.prefix()));
    }
}

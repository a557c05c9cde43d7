package dev.odinbot.bot;

import dev.odinbot.api.Outcome;
import dev.odinbot.command.CommandSettings;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigFault;
import dev.odinbot.permission.PermissionService;
import dev.odinbot.plugin.PluginHost;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads config.yml again and applies of it what can be applied while running; one reload after the other. */
final class ConfigReload {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigReload.class);

    private final ConfigSource source;
    private final CurrentConfig current;
    private final RoomsReload rooms;
    private final PermissionService permissions;
    private final CommandSettings commands;
    private final PluginHost plugins;
    private CompletionStage<Outcome> last = CompletableFuture.completedFuture(Outcome.done(""));

    @Inject
    ConfigReload(
            ConfigSource source,
            CurrentConfig current,
            RoomsReload rooms,
            PermissionService permissions,
            CommandSettings commands,
            PluginHost plugins) {
        this.source = source;
        this.current = current;
        this.rooms = rooms;
        this.permissions = permissions;
        this.commands = commands;
        this.plugins = plugins;
    }

    /** Returns at once; the file is read on a thread that may wait. */
    synchronized CompletionStage<Outcome> run() {
        last = last.handle((done, fault) -> "").thenComposeAsync(before -> reload());
        return last;
    }

    private CompletionStage<Outcome> reload() {
        BotConfig next;
        try {
            next = source.read();
        } catch (ConfigException e) {
            return refused(e.faults());
        }
        List<ConfigFault> ofPlugins = plugins.faults(next.plugins());
        if (!ofPlugins.isEmpty()) {
            return refused(ofPlugins);
        }
        BotConfig before = current.now();
        Report report = new Report(new ArrayList<>(), new ArrayList<>());
        current.replace(next);
        rooms.apply(before, next, report);
        if (!before.permissions().equals(next.permissions())) {
            permissions.configure(next.permissions());
            report.applied().add("permissions");
        }
        if (!before.commands().equals(next.commands()) || !before.chat().equals(next.chat())) {
            commands.configure(next.commands(), next.chat());
            report.applied().add("commands");
        }
        restarts(before, next, report);
        return plugins.configure(next.plugins()).thenApply(outcomes -> {
            outcomes.forEach((id, outcome) -> report.applied()
                    .add("plugin " + id + (outcome instanceof Outcome.Refused why ? " did not: " + why.reason() : "")));
            LOG.info("config.yml was read again: {}", report);
            return Outcome.done(report.text());
        });
    }

    private static CompletionStage<Outcome> refused(List<ConfigFault> faults) {
        String all = faults.stream().map(ConfigFault::toString).collect(Collectors.joining("\n"));
        return CompletableFuture.completedFuture(
                Outcome.refused("Nothing is changed, for config.yml has faults:\n" + all));
    }

    private static void restarts(BotConfig before, BotConfig next, Report report) {
        report.needsRestart("odin", !before.odin().equals(next.odin()));
        report.needsRestart(
                "bot.user-id", !before.bot().userId().equals(next.bot().userId()));
        report.needsRestart(
                "audio.library", !before.audio().library().equals(next.audio().library()));
        report.needsRestart(
                "audio.http", !before.audio().http().equals(next.audio().http()));
        report.needsRestart("local-server", !before.localServer().equals(next.localServer()));
        report.needsRestart("storage", !before.storage().equals(next.storage()));
        report.needsRestart(
                "plugins.watch", before.plugins().watch() != next.plugins().watch());
        report.needsRestart(
                "plugins.folder",
                !before.plugins().folder().equals(next.plugins().folder()));
    }

    /** What was done, and what needs a restart, each as a part of a sentence. */
    record Report(List<String> applied, List<String> restart) {

        void needsRestart(String what, boolean changed) {
            if (changed) {
                restart.add(what);
            }
        }

        String text() {
            String done =
                    applied.isEmpty() ? "Nothing new took effect." : "Took effect: " + String.join(", ", applied) + ".";
            return restart.isEmpty() ? done : done + " Needs a restart: " + String.join(", ", restart) + ".";
        }
    }
}

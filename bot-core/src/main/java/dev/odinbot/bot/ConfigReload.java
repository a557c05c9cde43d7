package dev.odinbot.bot;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.text.Text;
import dev.odinbot.command.CommandSettings;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigFault;
import dev.odinbot.permission.PermissionService;
import dev.odinbot.plugin.PluginHost;
import dev.odinbot.text.MessageBundles;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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
    private CompletionStage<Outcome> last = CompletableFuture.completedFuture(Outcome.done(Text.EMPTY));

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

    /** Everything is judged before anything is changed. */
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
        ReloadReport report = new ReloadReport();
        BotConfig wanted = EffectiveConfig.of(before, next);
        BotConfig held = apply(before, wanted, report);
        current.replace(held);
        ConfigDiff.between(before, held).stream()
                .filter(key -> !ConfigDiff.isRoom(key)) // joined or left: told as it was done
                .forEach(key -> report.applied(Text.of(key)));
        ConfigDiff.between(wanted, next)
                .forEach(key -> report.needsRestart(
                        ConfigDiff.isRoom(key) ? Text.key("host.reload.new-key", key) : Text.of(key)));
        return configurePlugins(next, report).thenApply(done -> {
            LOG.info("config.yml was read again: {}", MessageBundles.english(report.text()));
            return Outcome.done(report.text());
        });
    }

    /** What holds now: of a part that could not be applied what held before, so that the next reload tries it again. */
    private BotConfig apply(BotConfig before, BotConfig wanted, ReloadReport report) {
        List<RoomConfig> nowRooms = rooms.apply(before, wanted, report);
        boolean permitted = before.permissions().equals(wanted.permissions())
                || report.done(Text.of("permissions"), () -> permissions.configure(wanted.permissions()));
        boolean same =
                before.commands().equals(wanted.commands()) && before.chat().equals(wanted.chat());
        boolean commanded = same
                || report.done(Text.of("commands, chat"), () -> commands.configure(wanted.commands(), wanted.chat()));
        return new BotConfig(
                wanted.odin(),
                wanted.bot(),
                nowRooms,
                wanted.audio(),
                wanted.localServer(),
                wanted.storage(),
                permitted ? wanted.permissions() : before.permissions(),
                commanded ? wanted.commands() : before.commands(),
                commanded ? wanted.chat() : before.chat(),
                wanted.plugins());
    }

    /** The plugins know best which of their sections says something new. */
    private CompletionStage<Void> configurePlugins(BotConfig next, ReloadReport report) {
        CompletionStage<Map<String, Outcome>> configured;
        try {
            configured = plugins.configure(next.plugins());
        } catch (RuntimeException e) {
            configured = CompletableFuture.failedFuture(e);
        }
        return configured.handle((outcomes, fault) -> {
            if (fault != null) {
                report.fault(Text.of("plugins"), fault);
                return null;
            }
            outcomes.forEach((id, outcome) -> {
                if (outcome instanceof Outcome.Refused why) {
                    report.failed(Text.key("host.reload.plugin", id), why.reason());
                } else {
                    report.applied(Text.key("host.reload.plugin", id));
                }
            });
            return null;
        });
    }

    private static CompletionStage<Outcome> refused(List<ConfigFault> faults) {
        String all = faults.stream().map(ConfigFault::toString).collect(Collectors.joining("\n"));
        return CompletableFuture.completedFuture(Outcome.refused(Text.key("host.reload.refused", all)));
    }
}

package dev.odinbot.plugin;

import dev.odinbot.api.admin.PluginState;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigFault;
import dev.odinbot.config.Nearest;
import dev.odinbot.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the config says to plugins, held against what they make of it. Used on the control thread. */
final class PluginSections {

    private static final Logger LOG = LoggerFactory.getLogger(PluginSections.class);

    private final PluginTable table;

    PluginSections(PluginTable table) {
        this.table = table;
    }

    void warnOfThoseWithoutPlugin(PluginsConfig config) {
        Set<String> ids = table.all().stream().map(PluginEntry::id).collect(Collectors.toCollection(TreeSet::new));
        for (String section : new TreeSet<>(config.sections().keySet())) {
            if (!ids.contains(section)) {
                LOG.warn(
                        "The config has a section plugins.{}, but there is no such plugin{}",
                        section,
                        Nearest.to(section, ids)
                                .map(id -> "; did you mean " + id + "?")
                                .orElse(""));
            }
        }
    }

    /** What started plugins find wrong with theirs. */
    List<ConfigFault> faults(PluginsConfig next) {
        List<ConfigFault> faults = new ArrayList<>();
        for (PluginEntry entry : table.all()) {
            try {
                differs(entry, next);
            } catch (ConfigException e) {
                faults.addAll(e.faults());
            }
        }
        return faults;
    }

    /** Ids of those to which it says something else than before, in the order in which they can start. */
    List<String> touched(PluginsConfig next) {
        return table.order().ids().stream()
                .filter(id -> table.find(id)
                        .filter(entry -> differs(entry, next) || retries(entry, next))
                        .isPresent())
                .toList();
    }

    private static boolean differs(PluginEntry entry, PluginsConfig next) {
        return entry.running()
                .map(running -> running.context().differs(next.sections().getOrDefault(entry.id(), Section.empty())))
                .orElse(false);
    }

    /** What has failed may have failed on its section. */
    private boolean retries(PluginEntry entry, PluginsConfig next) {
        return entry.state() == PluginState.FAILED
                && !table.section(entry.id()).equals(next.sections().getOrDefault(entry.id(), Section.empty()));
    }
}

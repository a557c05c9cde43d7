package dev.odinbot.testing;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.PluginInfo;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.api.admin.Plugins;
import dev.odinbot.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Plugins that are no more than what is said of them, and remembers what was asked for, for instance {@code unload dice}. The test says
 * what there is.
 */
public final class FakePlugins implements Plugins {

    private final Map<String, PluginInfo> plugins = new TreeMap<>();
    private final List<String> available = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Optional<Outcome> refusal = Optional.empty();

    FakePlugins() {}

    /** There is this plugin, in place of an earlier one of the same id. */
    public synchronized void add(PluginInfo plugin) {
        plugins.put(plugin.id(), plugin);
    }

    /** There is a plugin of version 1.0.0 without anything remarkable. */
    public void add(String id, PluginState state) {
        String reason = state == PluginState.FAILED ? "it is broken" : "";
        add(new PluginInfo(
                id, "1.0.0", "The " + id + " plugin", "^0.1.0", List.of(), id + ".jar", state, reason, List.of()));
    }

    /** There is this jar in the plugins folder, not loaded. */
    public synchronized void jar(String name) {
        available.add(name);
    }

    /** From now on nothing is done, and this is why. */
    public synchronized void refuses(String reason) {
        refusal = Optional.of(Outcome.refused(Text.of(reason)));
    }

    /** All that was asked for, oldest first. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized List<PluginInfo> all() {
        return List.copyOf(plugins.values());
    }

    @Override
    public synchronized Optional<PluginInfo> find(String id) {
        return Optional.ofNullable(plugins.get(id));
    }

    @Override
    public synchronized List<String> available() {
        return List.copyOf(available);
    }

    @Override
    public synchronized CompletionStage<Outcome> load(String jar) {
        return answer("load", jar, available.contains(jar), () -> {
            available.remove(jar);
            add(jar.replaceFirst("\\.jar$", ""), PluginState.STARTED);
        });
    }

    @Override
    public synchronized CompletionStage<Outcome> unload(String id) {
        return answer(
                "unload",
                id,
                plugins.containsKey(id),
                () -> jar(plugins.remove(id).jar()));
    }

    @Override
    public synchronized CompletionStage<Outcome> reload(String id) {
        return answer("reload", id, plugins.containsKey(id), () -> {});
    }

    @Override
    public synchronized CompletionStage<Outcome> enable(String id) {
        return answer("enable", id, plugins.containsKey(id), () -> add(id, PluginState.STARTED));
    }

    @Override
    public synchronized CompletionStage<Outcome> disable(String id) {
        return answer("disable", id, plugins.containsKey(id), () -> add(id, PluginState.DISABLED));
    }

    @Override
    public synchronized CompletionStage<Outcome> purge(String id) {
        return answer("purge", id, true, () -> {});
    }

    private CompletionStage<Outcome> answer(String verb, String what, boolean known, Runnable action) {
        asked.add(verb + " " + what);
        Outcome outcome = refusal.orElseGet(() -> known
                ? Outcome.done(Text.of("Did " + verb + " " + what + "."))
                : Outcome.refused(Text.of("There is no " + what + ".")));
        if (outcome instanceof Outcome.Done) {
            action.run();
        }
        return CompletableFuture.completedFuture(outcome);
    }
}

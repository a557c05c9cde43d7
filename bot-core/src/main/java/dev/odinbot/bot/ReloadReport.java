package dev.odinbot.bot;

import dev.odinbot.api.text.Text;
import dev.odinbot.text.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of a config that was read again, each as a part of a sentence. For one thread at a time. */
final class ReloadReport {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadReport.class);

    private final List<Text> applied = new ArrayList<>();
    private final List<Text> failed = new ArrayList<>();
    private final List<Text> restart = new ArrayList<>();

    void applied(Text what) {
        applied.add(what);
    }

    void needsRestart(Text what) {
        if (!restart.contains(what)) {
            restart.add(what);
        }
    }

    /** @param why as the rest of a sentence */
    void failed(Text what, Text why) {
        failed.add(Text.key("host.reload.reason", what, why));
    }

    /** Whether it could be done; a fault must keep nobody from the steps behind it. */
    boolean done(Text what, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            fault(what, e);
            return false;
        }
    }

    void fault(Text what, Throwable fault) {
        LOG.error("config.yml was read again, but this did not take effect: {}", MessageBundles.english(what), fault);
        failed(what, Text.key("host.reload.log"));
    }

    Text text() {
        return Text.key(
                "host.reload",
                applied.isEmpty() ? Text.key("host.reload.nothing") : Text.key("host.reload.applied", list(applied)),
                failed.isEmpty() ? Text.EMPTY : Text.key("host.reload.failed", list(failed)),
                restart.isEmpty() ? Text.EMPTY : Text.key("host.reload.restart", list(restart)));
    }

    private static Text list(List<Text> parts) {
        return parts.stream()
                .reduce((some, next) -> Text.key("host.list", some, next))
                .orElse(Text.EMPTY);
    }
}

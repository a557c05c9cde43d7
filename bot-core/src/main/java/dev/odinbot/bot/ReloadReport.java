package dev.odinbot.bot;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of a config that was read again, each as a part of a sentence. For one thread at a time. */
final class ReloadReport {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadReport.class);

    private final List<String> applied = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> restart = new ArrayList<>();

    void applied(String what) {
        applied.add(what);
    }

    void needsRestart(String what) {
        if (!restart.contains(what)) {
            restart.add(what);
        }
    }

    /** @param why as the rest of a sentence */
    void failed(String what, String why) {
        failed.add(what + " (" + why + ")");
    }

    /** Whether it could be done; a fault must keep nobody from the steps behind it. */
    boolean done(String what, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            fault(what, e);
            return false;
        }
    }

    void fault(String what, Throwable fault) {
        LOG.error("config.yml was read again, but this did not take effect: {}", what, fault);
        failed(what, "the log says why");
    }

    String text() {
        String done =
                applied.isEmpty() ? "Nothing new took effect." : "Took effect: " + String.join(", ", applied) + ".";
        return done
                + (failed.isEmpty() ? "" : " Did not take effect: " + String.join(", ", failed) + ".")
                + (restart.isEmpty() ? "" : " Needs a restart: " + String.join(", ", restart) + ".");
    }
}

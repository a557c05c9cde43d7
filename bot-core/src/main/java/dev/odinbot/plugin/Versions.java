package dev.odinbot.plugin;

import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/** Versions and ranges of them, as PF4J reads them: semantic versions, {@code ^1.2.0}, {@code >=1.0.0 & <2.0.0}. */
final class Versions {

    /** Version of the packages {@code dev.odinbot.api..}; plugins say in Plugin-Requires which ones they work with. */
    static final String API = "0.1.0";

    private static final VersionManager PF4J = new DefaultVersionManager();

    private Versions() {}

    static boolean fits(String version, String range) {
        return PF4J.checkVersionConstraint(version, range);
    }

    static boolean isVersion(String text) {
        return isReadable(text, ">=0.0.0");
    }

    static boolean isRange(String text) {
        return isReadable(API, text);
    }

    private static boolean isReadable(String version, String range) {
        try {
            PF4J.checkVersionConstraint(version, range);
            return true;
        } catch (RuntimeException e) {
            return false; // its parser has a dozen exceptions, which all say this
        }
    }
}

package dev.odinbot.config;

import java.util.Locale;

/** Java's names as config files write them. */
final class Names {

    private Names() {}

    /** {@code tlsPort} → {@code tls-port}. */
    static String kebabCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** {@code LOUD_AND_CLEAR} → {@code loud-and-clear}. */
    static String kebabCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

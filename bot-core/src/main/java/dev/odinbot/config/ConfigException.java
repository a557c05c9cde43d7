package dev.odinbot.config;

import java.util.List;

/** The configuration cannot be used; says everything that is wrong with it. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final List<ConfigFault> faults;

    public ConfigException(List<ConfigFault> faults) {
        super(String.join("\n", faults.stream().map(ConfigFault::toString).toList()));
        this.faults = List.copyOf(faults);
    }

    public List<ConfigFault> faults() {
        return faults;
    }
}
